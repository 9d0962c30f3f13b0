"""`summary` is called `gist`: a key gets another name where it stands."""

from __future__ import annotations

from pathlib import Path

from dateline.desk.migrating import Step
from dateline.desk.renaming.change import Change
from dateline.desk.renaming.sheet import Edit, edited
from dateline.read.spans import spans
from dateline.read.tree import Tree


def _change(root: Path, tree: Tree) -> Change:
    contents = {}
    for document in tree.documents:
        top = spans(document.text[: document.body_offset])
        if top and "summary" in top.keys:
            key = top.keys["summary"][0]
            contents[document.file] = edited((root / document.file).read_bytes(), [Edit(key.start, key.end, "gist")])
    return Change(contents=contents)


STEP = Step(to=2, says="“summary” is called “gist”.", change=_change)
