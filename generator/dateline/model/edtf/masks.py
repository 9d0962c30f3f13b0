"""Digits with X among them to the first and the last day that they may mean."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator, Sequence

from dateline.model.edtf.day import Day, month_length

UNKNOWN_DIGIT = "X"
_UPWARDS, _DOWNWARDS = "0123456789", "9876543210"
_SOME_LEAP_YEAR = 2000


@functools.cache
def fitting(mask: str, last: int) -> tuple[int, ...]:
    """The numbers from 1 to `last` that two digits or X may mean, in order; no mask means every one."""
    if not mask:
        return tuple(range(1, last + 1))
    return tuple(
        number
        for number in range(1, last + 1)
        if all(_alike(*pair) for pair in zip(mask, f"{number:02d}", strict=True))
    )


def years(mask: str, *, downwards: bool = False) -> Iterator[int]:
    """The years that four digits or X may mean, in order; with a minus before them, never the year 0."""
    negative = mask.startswith("-")
    digits = _DOWNWARDS if downwards != negative else _UPWARDS
    choices = itertools.product(*(digits if sign == UNKNOWN_DIGIT else sign for sign in mask.lstrip("-")))
    numbers = (int("".join(chosen)) for chosen in choices)
    return (-number for number in numbers if number) if negative else numbers


def outermost(year: str, month: str, day: str) -> tuple[Day, Day] | None:
    """The first and the last day that fit, or None where there is no such day in any year that fits."""
    months, days = fitting(month, 12), fitting(day, 31)
    if _first((_SOME_LEAP_YEAR,), months, days) is None:  # else ten thousand years would be tried for 30 February
        return None
    earliest = _first(years(year), months, days)
    latest = _first(years(year, downwards=True), months[::-1], days[::-1])
    return (earliest, latest) if earliest and latest else None


def _first(years: Iterable[int], months: Sequence[int], days: Sequence[int]) -> Day | None:
    stated = (Day(year, month, day) for year in years for month in months for day in days)
    return next((each for each in stated if each.day <= month_length(each.year, each.month)), None)


def _alike(sign: str, digit: str) -> bool:
    return sign in (UNKNOWN_DIGIT, digit)
