"""Quoted passages of a source to the tags that stand around them, as its text is read piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from dateline.pages.escape import CONTROL, Safe, run

OPEN, CLOSE = "\ue000", "\ue001"
"""Private characters that stand for the ends of a marked passage while its text is being read."""
ENDS = re.compile(f"([{OPEN}{CLOSE}])")
UNSHOWN = "\ufffd"


class Mark(NamedTuple):
    """A passage to mark."""

    start: int
    """Characters into the source."""
    end: int
    names: tuple[str, ...]
    """Anchors that lead to it."""


class Marks:
    """The marked passages of one source, none overlapping, and whether what is read stands in one."""

    def __init__(self, source: str = "", marks: Iterable[Mark] = ()) -> None:
        ordered = sorted(marks, reverse=True)
        self.source = CONTROL.sub(UNSHOWN, source)
        """The source with signs at the ends of its passages."""
        for start, end, _ in ordered:
            self.source = f"{self.source[:start]}{OPEN}{self.source[start:end]}{CLOSE}{self.source[end:]}"
        self.inside = False
        self._names = [mark.names for mark in ordered]

    def cross(self, end: str) -> None:
        """Enter or leave a passage."""
        self.inside = end == OPEN
        if end == CLOSE and self._names:
            self._names.pop()

    def marked(self, piece: str) -> Safe:
        """A piece of the passage that is read; the first one carries its anchors."""
        names = self._new_names()
        opening = f'{_anchors(names[1:])}<mark id="{names[0]}">' if names else "<mark>"
        return Safe(opening) + run(piece) + Safe("</mark>")

    def aside(self, piece: str) -> tuple[Safe, str]:
        """Text that cannot be marked: the anchors of the passages that begin in it, and the text itself."""
        names: list[str] = []
        for sign in ENDS.findall(piece):
            names += self._new_names() if sign == OPEN else ()
            self.cross(sign)
        return _anchors(names), without_ends(piece)

    def _new_names(self) -> tuple[str, ...]:
        """The anchors of the passage that is read, the first time only."""
        names = self._names[-1] if self._names else ()
        if names:
            self._names[-1] = ()
        return names


def _anchors(names: Iterable[str]) -> Safe:
    return Safe("".join(f'<a id="{name}"></a>' for name in names))


def without_ends(source: str) -> str:
    """Text without the signs at the ends of passages."""
    return ENDS.sub("", source)
