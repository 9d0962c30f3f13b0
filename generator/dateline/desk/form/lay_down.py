"""A desk and its repository to the files of its form, and to its own files as the form can show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path, PurePosixPath

from dateline.desk.form.config import REMOTE, Repository, form_config
from dateline.desk.form.expand import expansions
from dateline.desk.form.fields import fields_of, is_mapping_of_entries
from dateline.desk.renaming.sheet import edited
from dateline.desk.start import REMOTE as REMOTES
from dateline.desk.start import as_json, host_of
from dateline.model.schema import FILES
from dateline.model.settings import Settings
from dateline.read.document import Document
from dateline.read.spans import spans
from dateline.read.tree import Tree

PAGE = "index.html"
CONFIG = "config.json"
REMADE = frozenset({PAGE, CONFIG})
"""Files that depend on the repository and are written anew each time."""


def repository_of(root: Path) -> Repository | None:
    """The repository that a desk's remote names, or None where it has none."""
    config = root / ".git" / "config"
    remotes = REMOTES.findall(config.read_text("utf-8", "replace")) if config.is_file() else []
    match = next((found for found in map(REMOTE.fullmatch, remotes) if found), None)
    return Repository(host_of(root), match["host"], match["path"], "main") if match else None


def form_files(folder: str, repository: Repository, briefs: str) -> Mapping[str, bytes]:
    """The page, the program, its icons and their licences, and the configuration, by name below the desk."""
    found = {file.name: file.read_bytes() for file in (resources.files("dateline.desk.form") / "assets").iterdir()}
    found[PAGE] = found[PAGE].replace(b"ORIGINS", repository.origins.encode())
    found[CONFIG] = as_json(form_config(repository, briefs)).encode()
    return {f"{folder}/{name}": content for name, content in sorted(found.items())}


def in_full(root: Path, tree: Tree, settings: Settings) -> Mapping[str, bytes]:
    """Every file that says something in short, with all of it said in full."""
    changed = {}
    for document in tree.documents:
        kind = kind_of(document, settings)
        top = spans(document.text[: document.body_offset]) if kind else None
        if kind and top and (edits := list(expansions(document.text, top, fields_of(kind)))):
            changed[document.file] = edited((root / document.file).read_bytes(), edits)
    return changed


def kind_of(document: Document, settings: Settings) -> str | None:
    """Which kind of file a document is, where a form can show it."""
    path = PurePosixPath(document.file).relative_to(settings.briefs)
    return next((kind for kind in _forms() if path.match(FILES[kind][1])), None)


def _forms() -> Iterator[str]:
    yield from (kind for kind in FILES if not is_mapping_of_entries(kind))
