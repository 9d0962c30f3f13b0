"""A folder to a desk that builds at once, with the workflow of the host where it is reviewed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, Literal

from dateline.model.schema import FILES, schemas
from dateline.version import __version__

Host = Literal["github", "gitlab"]
HOSTS: Final[tuple[Host, ...]] = ("github", "gitlab")
SCHEMAS = ".dateline-schemas"
DOTTED = frozenset(
    {"gitignore", "editorconfig", "pre-commit-config.yaml", "github", "gitlab", "gitlab-ci.yml", "vscode"}
)
"""Names that begin with a dot on a desk and not in this package, where tools would obey them."""
REMOTE: Final = re.compile(r"^\s*url\s*=\s*(\S+)", re.MULTILINE)


class TakenError(Exception):
    """Files that would have been overwritten; the message names them."""


def start_desk(folder: Path, hosts: Sequence[Host] = ("github",)) -> tuple[str, ...]:
    """Write a new desk into a folder, and return the names of its files; nothing at all when one of them is there.

    Raises TakenError when a file is there already, OSError when one cannot be written.
    """
    return write_new(folder, dict(sorted(_files(hosts))))


def write_new(folder: Path, files: Mapping[str, str | bytes]) -> tuple[str, ...]:
    """Write files below a folder, all of them or none. Raises TakenError when one is there, OSError."""
    taken = [name for name in files if (folder / name).exists()]
    if taken:
        rest = f" and {len(taken) - 1} more of these files" if len(taken) > 1 else ""
        raise TakenError(f"it has {taken[0]}{rest}")
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return tuple(files)


def host_of(folder: Path) -> Host:
    """Where a folder's repository is reviewed, as its remotes say; GitHub where nothing says otherwise."""
    config = folder / ".git" / "config"
    remotes = REMOTE.findall(config.read_text("utf-8", "replace")) if config.is_file() else []
    return "gitlab" if any("gitlab" in remote for remote in remotes) else "github"


def _files(hosts: Sequence[Host]) -> Iterator[tuple[str, str]]:
    here = resources.files("dateline.desk")
    yield from _below(here / "starter", "")
    for host in hosts:
        yield from _below(here / "hosts" / host, "")
    for name, schema in schemas().items():
        yield f"{SCHEMAS}/{name}.schema.json", as_json(schema)
    yield ".vscode/settings.json", as_json(_editor_settings())
    yield ".vscode/extensions.json", as_json({"recommendations": ["redhat.vscode-yaml", "EditorConfig.EditorConfig"]})
    yield "requirements.txt", _requirements()


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        here = path + (f".{entry.name}" if entry.name in DOTTED else entry.name)
        if entry.is_dir():
            yield from _below(entry, f"{here}/")
        else:
            yield here, entry.read_text("utf-8")


def _requirements() -> str:
    """What the workflow installs: the version that wrote the desk, so that a newer one comes by a change of its own."""
    return (
        f"# What checks and builds this desk; a path or the address of a checkout does too.\ndateline=={__version__}\n"
    )


def _editor_settings() -> dict[str, object]:
    """Schemas for files that do not name theirs in a first line."""
    return {
        "yaml.schemas": {
            f"{SCHEMAS}/{name}.schema.json": [f"briefs/{pattern}"]
            for name, (_, pattern) in FILES.items()
            if pattern.endswith(".yaml")
        }
    }


def as_json(value: object) -> str:
    """Data as a file of JSON."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
