"""mkdocs.yml to plain data, whoever wrote it: a tag of MkDocs or of Python stands for nothing, and nothing is run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

INHERIT = "INHERIT"
DEEPEST = 16


class ConfigurationError(Exception):
    """The file is no YAML, or is not ours to read; the message says where."""


class PlainLoader(yaml.SafeLoader):
    """Leaves out what a tag would make, such as an icon's function: MkDocs' own loader builds any object named."""


PlainLoader.add_multi_constructor("", lambda *_: None)


def read_configuration(path: Path, within: Path, depth: int = DEEPEST) -> Mapping[str, Any]:
    """The mapping in a configuration, with what it inherits; files that are not below `within` are not opened.

    Raises ConfigurationError where a file is not YAML or leads elsewhere.
    """
    if not path.resolve().is_relative_to(within):
        raise ConfigurationError("it leads out of the desk's folder")
    try:
        data = yaml.load(path.read_bytes(), Loader=PlainLoader)  # noqa: S506  # a safe loader with fewer tags
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigurationError(_on_one_line(error)) from error
    if not isinstance(data, Mapping):
        return {}
    parent = data.get(INHERIT)
    if not isinstance(parent, str) or not depth:
        return data
    above = read_configuration(path.parent / parent, within, depth - 1) if (path.parent / parent).is_file() else {}
    return {**above, **data}


def _on_one_line(error: Exception) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        mark = error.problem_mark
        return f"line {mark.line + 1}, column {mark.column + 1}: {error.problem}"
    return " ".join(str(error).split())
