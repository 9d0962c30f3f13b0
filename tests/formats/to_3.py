"""Actors stand in `people/`: files move, and a gist that is too short for it is refused."""

from __future__ import annotations

from pathlib import Path

from dateline.desk.migrating import MigrationError, Step
from dateline.desk.renaming.change import Change
from dateline.read.tree import Tree


def _change(root: Path, tree: Tree) -> Change:
    moves = tuple(
        (document.file, document.file.replace("actors/", "people/"))
        for document in tree.documents
        if "/actors/" in document.file
    )
    short = [document.file for document in tree.documents if document.data.get("gist") == "?"]
    if short:
        raise MigrationError("\n".join(f"{file}: the gist is only “?”; write it first" for file in short))
    assert all(document.data.get("summary") is None for document in tree.documents), f"step 2 came first in {root}"
    return Change(contents={}, moves=moves)


STEP = Step(to=3, says="Actors stand in people/.", change=_change)
