"""What pages gave to the search to the files of its index that are others than before."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from dateline.pages.page import Page
from dateline.publish.press.memory import Memory
from dateline.publish.press.printing import SEARCH, searched, written
from dateline.publish.search.entry import Entry
from dateline.publish.search.kept import Kept
from dateline.publish.search.sources import Sources

OWNER = f"/{SEARCH}"
"""Whom the memory has as owner of these files."""


def bring_up_index(
    memory: Memory, folder: Path, changed: Collection[str], gone: Collection[str], sections: Iterable[Entry]
) -> set[str]:
    """Bring the index up to date with pages that changed or are gone; returns the names of files that changed.

    They are written below a folder, some others with them.
    """

    def load(path: str) -> Page:
        (part,) = memory.parts_of(SEARCH, path)
        return searched(part)

    made = Sources(Kept(memory.db), load, sections).index(changed, gone)
    files = {asset.path: written(folder, asset) for asset in made.files}
    if made.is_whole:
        return memory.put(OWNER, files, memory.build + 1)
    memory.drop(made.gone, OWNER, memory.build + 1)
    return memory.put_some(OWNER, files, memory.build + 1)
