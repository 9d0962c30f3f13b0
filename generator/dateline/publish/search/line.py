"""A stem's postings to one line of a shard, in runs of which each can be exchanged without reading the others."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from itertools import accumulate, pairwise
from typing import Any, Final, NamedTuple

from dateline.publish.search.numbers import first_of, letters, written

SHOWN: Final = 96
"""Entries that one stem shows, at most."""
FEW: Final = 3
"""A stem that no more have shows none: so few are loaded as quickly."""


class Run(NamedTuple):
    """Neighbours that have a stem: those of one bucket."""

    first: int
    last: int
    """Numbers of the first and of the last of them."""
    size: int
    """How many they are."""
    is_heavy: bool
    """Whether the weight of the first is not 1."""
    who: str
    """The others and all weights as the line has them, but for how many are skipped before the first."""
    where: str
    standing: tuple[tuple[int, int, float], ...] = ()
    """Those that it may show: number, place in the run, and a rate, of which the least is the best."""


class Exchange(NamedTuple):
    """What stands from one number to before another from now on."""

    start: int
    end: int
    run: Run | None


class Line:
    """The runs of one stem, in order."""

    __slots__ = ("counts", "firsts", "lasts", "numbers", "places", "rates", "where", "wheres", "who", "whos")

    def __init__(self) -> None:
        self.firsts, self.lasts, self.counts = array("I"), array("I"), array("I")
        self.whos, self.wheres = array("I"), array("I")
        """Letters that each run has in `who` and `where`."""
        self.who, self.where = bytearray(), bytearray()
        self.numbers, self.places, self.rates = array("I"), array("I"), array("d")

    @property
    def columns(self) -> tuple[array[Any], ...]:
        """All that is packed, in the order in which it is kept."""
        return (
            self.firsts, self.lasts, self.counts, self.whos, self.wheres, self.numbers, self.places, self.rates,
        )  # fmt: skip

    def append(self, run: Run) -> None:
        """Let a run follow."""
        first, last, size, is_heavy, who, where, standing = run
        who = _skip(self._last, first, is_heavy=is_heavy) + who
        self.firsts.append(first)
        self.lasts.append(last)
        self.counts.append(size)
        self.whos.append(len(who))
        self.wheres.append(len(where))
        self.who += who.encode()
        self.where += where.encode()
        for number, place, rate in standing:
            self.numbers.append(number)
            self.places.append(place)
            self.rates.append(rate)

    @property
    def _last(self) -> int:
        return self.lasts[-1] if self.lasts else -1

    def exchanged(self, exchanges: Iterable[Exchange]) -> Line:
        """The line with other runs in some places; these are in order."""
        new, at, who, where = Line(), 0, 0, 0
        for start, end, run in exchanges:
            left, right = bisect_left(self.firsts, start, at), bisect_left(self.firsts, end, at)
            new._take(self, at, left, who, where)
            who, where = who + sum(self.whos[at:right]), where + sum(self.wheres[at:right])
            at = right
            if run:
                new.append(run)
        new._take(self, at, len(self.firsts), who, where)
        return new

    def _take(self, other: Line, start: int, end: int, who: int, where: int) -> None:
        """Let runs of another line follow, which begin at so many letters of it."""
        if start == end:
            return
        length = sum(other.whos[start:end])
        text = bytes(other.who[who : who + length])
        written_first, size = first_of(text)
        code = _skip(self._last, other.firsts[start], is_heavy=bool(written_first % 2))
        self.who += code.encode() + text[size:]
        self.where += other.where[where : where + sum(other.wheres[start:end])]
        at = len(self.whos)
        for mine, theirs in zip(self.columns[:5], other.columns[:5], strict=True):
            mine.extend(theirs[start:end])
        self.whos[at] += len(code) - size
        low = bisect_left(other.numbers, other.firsts[start])
        high = bisect_left(other.numbers, other.lasts[end - 1] + 1)
        for mine, theirs in zip(self.columns[5:], other.columns[5:], strict=True):
            mine.extend(theirs[low:high])

    def shown(self) -> list[tuple[int, int]]:
        """Number, and place within all postings, of the entries that it shows: the likeliest, in order."""
        if sum(self.counts) <= FEW or not self.numbers:
            return []
        best = nsmallest(SHOWN, zip(self.rates, self.numbers, self.places, strict=True))
        before = list(accumulate(self.counts, initial=0))
        return sorted((number, before[_run_of(self.firsts, number)] + place) for _, number, place in best)

    def written(self) -> tuple[bytes, bytes]:
        """The columns as bytes: how long each is, then all of them."""
        return array("I", map(len, self.columns)).tobytes(), b"".join(column.tobytes() for column in self.columns)


def _run_of(firsts: Sequence[int], number: int) -> int:
    return bisect_left(firsts, number + 1) - 1


def read_line(sizes: bytes, columns: bytes, who: bytes, where: bytes) -> Line:
    """What `written` gave, and the rest of it, as a line."""
    line, at = Line(), 0
    for column, size in zip(line.columns, array("I", sizes), strict=True):
        end = at + size * column.itemsize
        column.frombytes(columns[at:end])
        at = end
    line.who, line.where = bytearray(who), bytearray(where)
    return line


def skips(places: Iterable[int]) -> str:
    """Ascending places as how many are skipped before each."""
    return written(place - before - 1 for before, place in pairwise((-1, *places)))


def _skip(before: int, first: int, *, is_heavy: bool) -> str:
    """How many numbers are skipped, doubled, plus one where the weight is not 1."""
    return letters((first - before - 1) * 2 + is_heavy)
