"""A folder to a desk that builds at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from dateline.model.schema import FILES, schemas

SCHEMAS = ".dateline-schemas"
DOTTED = {"gitignore": ".gitignore", "github": ".github", "vscode": ".vscode"}
"""Names that begin with a dot on a desk and not in this package, where tools would obey them."""


class TakenError(Exception):
    """Files that would have been overwritten; the message names them."""


def start_desk(folder: Path) -> tuple[str, ...]:
    """Write a new desk into a folder, and return the names of its files; nothing at all when one of them is there.

    Raises TakenError when a file is there already, OSError when one cannot be written.
    """
    files = dict(sorted(_files()))
    taken = [name for name in files if (folder / name).exists()]
    if taken:
        rest = f" and {len(taken) - 1} more files of a desk" if len(taken) > 1 else ""
        raise TakenError(f"it has {taken[0]}{rest}")
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tuple(files)


def _files() -> Iterator[tuple[str, str]]:
    yield from _below(resources.files("dateline.desk") / "starter", "")
    for name, schema in schemas().items():
        yield f"{SCHEMAS}/{name}.schema.json", _json(schema)
    yield ".vscode/settings.json", _json(_editor_settings())


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        here = path + DOTTED.get(entry.name, entry.name)
        if entry.is_dir():
            yield from _below(entry, f"{here}/")
        else:
            yield here, entry.read_text("utf-8")


def _editor_settings() -> dict[str, object]:
    """Schemas for files that do not name theirs in a first line."""
    return {
        "yaml.schemas": {
            f"{SCHEMAS}/{name}.schema.json": [f"briefs/{pattern}"]
            for name, (_, pattern) in FILES.items()
            if pattern.endswith(".yaml")
        }
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
