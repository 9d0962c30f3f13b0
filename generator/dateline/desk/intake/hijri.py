"""A day of the solar Hijri calendar (Iran, Afghanistan) to a Gregorian day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

_NEW_YEAR: Final = date(2021, 3, 21)
"""The first day of 1400."""
_YEAR: Final = 1400
_YEARS: Final = range(1244, 1473)
"""The years (1865 to 2093) in which the cycle below agrees with the equinox."""
_CYCLE: Final = 33
_LEAP_REMAINDERS: Final = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_MONTHS: Final = range(1, 13)
_LONG_MONTHS: Final = 6
"""Months of 31 days, the first of the year."""


def gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day, or None where the calendar has no such day or the year is not within 1244 to 1472."""
    if year not in _YEARS or month not in _MONTHS or not 1 <= day <= month_length(year, month):
        return None
    between = range(min(year, _YEAR), max(year, _YEAR))
    days = sum(365 + _is_leap(each) for each in between) * (1 if year >= _YEAR else -1)
    before = (month - 1) * 30 + min(month - 1, _LONG_MONTHS)
    return _NEW_YEAR + timedelta(days + before + day - 1)


def month_length(year: int, month: int) -> int:
    """Days of a month, from 1 to 12."""
    if month <= _LONG_MONTHS:
        return 31
    return 30 if month < _MONTHS[-1] or _is_leap(year) else 29


def _is_leap(year: int) -> bool:
    return year % _CYCLE in _LEAP_REMAINDERS
