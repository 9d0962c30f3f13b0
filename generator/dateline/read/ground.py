"""What can be asked of the place where a desk's files stand, be it a folder on a disk or a commit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from dateline.findings import Finding, Place
from dateline.read.faults import LINK_OUT_OF_DESK, NO_BRIEFS_FOLDER
from dateline.read.folder import Entry


class Content(NamedTuple):
    """What a file holds."""

    size: int
    """Bytes."""
    data: bytes | None
    """None for a file that is larger than asked for."""


class Ground(Protocol):
    """Where a desk's files stand."""

    def folder(self, briefs: str) -> Entry | Finding:
        """The folder of the briefs, or why there is none to walk through."""

    def entries(self, folder: Entry) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
        """What stands in a folder, sorted by name, and what is wrong with it."""

    def contents(self, files: Sequence[Entry], most: int) -> Iterator[tuple[Entry, Content]]:
        """Each file with what it holds, in order; `most` is how many bytes are read."""

    def sha256(self, file: Entry) -> str:
        """The SHA-256 of a file, 64 hexadecimal digits."""


def outside(briefs: str) -> Finding:
    """The folder of the briefs is not one of the desk's."""
    message = "the folder of the briefs is not in the desk's folder"
    return LINK_OUT_OF_DESK.at(Place(briefs, 1, 1), message, "move it there")


def missing(briefs: str) -> Finding:
    """There is no folder of the briefs."""
    remedy = "make it, or set “briefs:” in mkdocs.yml"
    return NO_BRIEFS_FOLDER.at(Place(briefs, 1, 1), f"there is no folder “{briefs}”", remedy)
