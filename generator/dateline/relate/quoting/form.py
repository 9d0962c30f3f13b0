"""A text and edits to the text as compared, which still knows where each character came from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Span(NamedTuple):
    """A stretch of a text, in characters."""

    start: int
    end: int
    """Exclusive."""


class Edit(NamedTuple):
    """What stands in place of `text[start:end]`."""

    start: int
    end: int
    put: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """A rewritten text, as segments that are each either copied or put in place of something."""

    text: str
    parent: Form | None
    """The form this one was made from; None when that is the stored text."""
    at: tuple[int, ...]
    """Where each segment begins in `text`."""
    starts: tuple[int, ...]
    """Where each segment begins in the parent's text."""
    ends: tuple[int, ...]
    """Where each segment ends in the parent's text."""

    def stored(self, start: int, end: int) -> Span:
        """The stretch of the stored text behind `text[start:end]`, which is not empty, without dropped edges."""
        span = self._above(start, end)
        return self.parent.stored(*span) if self.parent else span

    def shifted(self, by: int) -> Form:
        """The same form of a part of a text, as of the whole in which that part begins so many characters in."""
        starts, ends = tuple(at + by for at in self.starts), tuple(at + by for at in self.ends)
        return Form(text=self.text, parent=self.parent, at=self.at, starts=starts, ends=ends)

    def _above(self, start: int, end: int) -> Span:
        first = bisect_right(self.at, start) - 1
        last = bisect_right(self.at, end - 1) - 1
        return Span(
            self.starts[first] + (start - self.at[first] if self._is_copied(first) else 0),
            self.starts[last] + end - self.at[last] if self._is_copied(last) else self.ends[last],
        )

    def _is_copied(self, segment: int) -> bool:
        following = self.at[segment + 1] if segment + 1 < len(self.at) else len(self.text)
        return following - self.at[segment] == self.ends[segment] - self.starts[segment]


def rewrite(text: str, edits: Iterable[Edit], parent: Form | None) -> Form:
    """`text`, of the same length as the parent's, with edits made that are in order and do not overlap."""
    pieces: list[str] = []
    at, starts, ends = [], [], []
    where = size = 0
    for edit in (*edits, Edit(len(text), len(text), "")):
        for piece, start, end in ((text[where : edit.start], where, edit.start), (edit.put, edit.start, edit.end)):
            if piece:
                pieces.append(piece)
                at.append(size)
                starts.append(start)
                ends.append(end)
                size += len(piece)
        where = edit.end
    segments = (tuple(at) or (0,), tuple(starts) or (0,), tuple(ends) or (0,))
    return Form(text="".join(pieces), parent=parent, at=segments[0], starts=segments[1], ends=segments[2])
