"""A scale to the marks on its axis: where days, months or years begin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from dateline.model.edtf.day import Day, year_text
from dateline.pages.parts.scale import Scale

APART = 0.16
"""Of the width: the room for a label such as `15 September 2021` in a picture of the usual width."""
MONTHS_A_YEAR, LONGEST_MONTH = 12, 31
FEW_YEARS = 3
"""So many can be told apart only by their months."""
UNITS = {"days": 1, "months": 30, "years": 365}
"""Days, roughly; years also in tens, hundreds and so on."""
STEPS = {"days": (1, 2, 5, 10), "months": (1, 3, 6), "years": (1, 2, 5)}
Found = tuple[int, str]
"""The number of a day, and what begins there as EDTF."""


class Mark(NamedTuple):
    """A place on the axis."""

    share: float
    """Of the width, from 0 to 1."""
    when: str
    """The day, month or year that begins there, as EDTF."""


def marks(scale: Scale) -> list[Mark]:
    """The finest of days, months and years that gives few enough marks; also where folds begin or end."""
    stretches = [(before, after) for before, after in pairwise(scale.knots) if not before.folded]
    # A day is equally long in all of them.
    days_apart = max(APART * (after.day - before.day) / (after.share - before.share) for before, after in stretches)
    unit, step = next((unit, step) for unit, step in _steps() if UNITS[unit] * step >= days_apart)
    found = [
        (day, when)
        for before, after in stretches
        for day, when in BEGINS[unit](before.day, after.day, step)
        if before.day <= day < after.day
    ]
    ends = [knot for before, knot in pairwise(scale.knots[:-1]) if before.folded or knot.folded]
    exact = unit != "years" or scale.knots[-1].day - scale.knots[0].day < FEW_YEARS * UNITS["years"]
    named = [Mark(knot.share, _named(Day.from_ordinal(int(knot.day)), exact=exact)) for knot in ends]
    return _apart([*(Mark(scale.share(day), when) for day, when in found), *named])


def _named(day: Day, *, exact: bool) -> str:
    """What begins with a day; beside months, a bare year or month would be read as its first day."""
    if not exact or (day.month, day.day) == (1, 1):
        return year_text(day.year)
    return str(day).rpartition("-")[0] if day.day == 1 else str(day)


def _apart(wanted: Iterable[Mark]) -> list[Mark]:
    """Marks in order, without those whose labels would stand on an earlier one's or beyond the picture."""
    kept: list[Mark] = []
    for mark in wanted:
        if mark.share <= 1 - APART and all(abs(mark.share - other.share) >= APART for other in kept):
            kept.append(mark)
    return sorted(kept)


def _steps() -> Iterator[tuple[str, int]]:
    for unit in ("days", "months"):
        yield from ((unit, step) for step in STEPS[unit])
    size = 1
    while True:
        yield from (("years", step * size) for step in STEPS["years"])
        size *= 10


def _days(first: float, last: float, step: int) -> Iterator[Found]:
    for number in range(int(first), int(last) + 1):
        day = Day.from_ordinal(number)
        # The same days of every month, and no mark just before the first of the next.
        if (day.day - 1) % step == 0 and day.day + step // 2 <= LONGEST_MONTH:
            yield number, str(day)


def _months(first: float, last: float, step: int) -> Iterator[Found]:
    start, end = Day.from_ordinal(int(first)), Day.from_ordinal(int(last))
    begin = (start.year * MONTHS_A_YEAR + start.month - 1) // step * step
    for month in range(begin, end.year * MONTHS_A_YEAR + end.month, step):
        day = Day(month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1)
        yield day.ordinal, str(day).rpartition("-")[0]


def _years(first: float, last: float, step: int) -> Iterator[Found]:
    start, end = Day.from_ordinal(int(first)).year, Day.from_ordinal(int(last)).year
    for year in range(start // step * step, end + 1, step):
        yield Day(year, 1, 1).ordinal, year_text(year)


BEGINS: dict[str, Callable[[float, float, int], Iterator[Found]]] = {"days": _days, "months": _months, "years": _years}
