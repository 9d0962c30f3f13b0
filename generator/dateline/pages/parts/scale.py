"""Dates to places along a picture, and to the marks below which months and years begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dateline.model.edtf.day import Day, year_text
from dateline.model.when import When

MARGIN = 0.05
"""Of the width, left free at each side for ends that fade."""
SHORTEST = 14
"""Days; dates within one day or two are not drawn as if weeks lay between them."""
MOST_MARKS = 6
"""Labels such as `15 September 2021` that fit beside each other in a picture of the usual width."""
MONTHS_A_YEAR = 12
STEPS_OF_DAYS = (1, 2, 5, 10)
STEPS_OF_MONTHS = (1, 3, 6)


class Mark(NamedTuple):
    """A place on the axis."""

    share: float
    """Of the width, from 0 to 1."""
    when: str
    """The day, month or year that begins there, as EDTF."""


class Scale(NamedTuple):
    """The days that a picture shows; numbers as in `Day.ordinal`."""

    first: float
    last: float
    """The end of the last day: the number of the day after it."""

    def share(self, ordinal: float) -> float:
        """How far along the picture a moment is, from 0 to 1."""
        return (ordinal - self.first) / (self.last - self.first)


def scale_of(dates: Iterable[When]) -> Scale:
    """The scale on which every bound of some dates has a place, with room at both sides; open ends need none."""
    days = [day.ordinal for date in dates for day in (date.earliest, date.latest) if day]
    first, last = min(days, default=1), max(days, default=1) + 1
    room = max((last - first) * MARGIN / (1 - 2 * MARGIN), (SHORTEST - (last - first)) / 2)
    return Scale(first - room, last + room)


def marks(scale: Scale) -> list[Mark]:
    """Where days, months or years begin: the finest of these that gives few enough marks."""
    for candidate in _candidates(scale):
        found = [(ordinal, when) for ordinal, when in candidate if scale.first <= ordinal < scale.last]
        if len(found) <= MOST_MARKS:
            return [Mark(scale.share(ordinal), when) for ordinal, when in found]
    return []


def _candidates(scale: Scale) -> Iterator[Iterator[tuple[int, str]]]:
    days = scale.last - scale.first
    # Steps that would give many more marks than fit are not even tried: a desk may span millennia.
    yield from (_days(scale, step) for step in STEPS_OF_DAYS if days / step < 2 * MOST_MARKS)
    yield from (_months(scale, step) for step in STEPS_OF_MONTHS if days / step / 30 < 2 * MOST_MARKS)
    size = 1
    while True:
        yield from (_years(scale, step * size) for step in (1, 2, 5) if days / step / size / 365 < 2 * MOST_MARKS)
        size *= 10


def _days(scale: Scale, step: int) -> Iterator[tuple[int, str]]:
    for ordinal in range(int(scale.first) // step * step, int(scale.last) + 1, step):
        yield ordinal, str(Day.from_ordinal(ordinal))


def _months(scale: Scale, step: int) -> Iterator[tuple[int, str]]:
    first, last = (Day.from_ordinal(int(end)) for end in scale)
    begin = (first.year * MONTHS_A_YEAR + first.month - 1) // step * step
    for month in range(begin, last.year * MONTHS_A_YEAR + last.month, step):
        day = Day(month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1)
        yield day.ordinal, str(day).rpartition("-")[0]


def _years(scale: Scale, step: int) -> Iterator[tuple[int, str]]:
    first, last = (Day.from_ordinal(int(end)).year for end in scale)
    for year in range(first // step * step, last + 1, step):
        yield Day(year, 1, 1).ordinal, year_text(year)
