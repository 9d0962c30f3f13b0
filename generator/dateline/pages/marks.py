"""Quoted passages of a source to the tags that stand around them, as its text is read piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.pages.escape import CONTROL, Safe, run

FIRST, LAST = 0xF0000, 0xFFFFD
"""Private characters that stand for the ends of marked passages while their text is being read, two for each."""
ENDS = re.compile(f"([{chr(FIRST)}-{chr(LAST)}])")
MOST = (LAST - FIRST) // 2
"""Passages that can be marked in one source; others have their anchors only."""
UNSHOWN = "\ufffd"


class Mark(NamedTuple):
    """A passage to mark."""

    start: int
    """Characters into the source."""
    end: int
    names: tuple[str, ...]
    """Anchors that lead to it."""


class Marks:
    """The marked passages of one source, none overlapping, and which of them what is read stands in.

    Ends may be lost on the way, where a passage lies across what a reader does not see, such as a link's target.
    """

    def __init__(self, source: str = "", marks: Iterable[Mark] = ()) -> None:
        ordered = sorted(marks)
        self.source = _with_ends(ENDS.sub(UNSHOWN, CONTROL.sub(UNSHOWN, source)), ordered[:MOST])
        """The source with signs at the ends of its passages."""
        self._names = [mark.names for mark in ordered]
        self._left = [mark.end - mark.start for mark in ordered]
        self._within: int | None = None

    @property
    def inside(self) -> bool:
        """Whether what is read stands in a passage; it has no more characters than the passage had."""
        return self._within is not None and self._left[self._within] > 0

    def cross(self, end: str) -> None:
        """Enter or leave a passage."""
        number, closes = divmod(ord(end) - FIRST, 2)
        if not closes:
            self._within = number
        elif self._within == number:
            self._within = None

    def marked(self, piece: str) -> Safe:
        """A piece of the passage that is read; the first one carries its anchors."""
        assert self._within is not None, "only where something is marked"
        names, left = self._new_names(self._within), self._left[self._within]
        self._left[self._within] -= len(piece)
        opening = f'{_anchors(names[1:])}<mark id="{names[0]}">' if names else "<mark>"
        return Safe(opening) + run(piece[:left]) + Safe("</mark>") + run(piece[left:])

    def aside(self, piece: str) -> tuple[Safe, str]:
        """Text that cannot be marked: the anchors of the passages that begin in it, and the text itself."""
        names: list[str] = []
        for sign in ENDS.findall(piece):
            self.cross(sign)
            names += self._new_names(self._within) if self._within is not None else ()
        return _anchors(names), without_ends(piece)

    def lost(self) -> Safe:
        """The anchors of all passages that were not come across."""
        return _anchors(name for number in range(len(self._names)) for name in self._new_names(number))

    def _new_names(self, number: int) -> tuple[str, ...]:
        """The anchors of a passage, the first time only."""
        names, self._names[number] = self._names[number], ()
        return names


def _with_ends(source: str, marks: Sequence[Mark]) -> str:
    parts, at = [], 0
    for number, (start, end, _) in enumerate(marks):
        parts += [source[at:start], chr(FIRST + 2 * number), source[start:end], chr(FIRST + 2 * number + 1)]
        at = end
    return "".join((*parts, source[at:]))


def _anchors(names: Iterable[str]) -> Safe:
    return Safe("".join(f'<a id="{name}"></a>' for name in names))


def without_ends(source: str) -> str:
    """Text without the signs at the ends of passages."""
    return ENDS.sub("", source)
