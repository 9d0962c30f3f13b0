"""A day of the solar Hijri calendar (Iran, Afghanistan) to a Gregorian day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

_NEW_YEAR: Final = date(2021, 3, 21)
"""The first day of 1400."""
_YEAR: Final = 1400
_LEAP_REMAINDERS: Final = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_CYCLE: Final = 33
"""Years after which leap years come round; right from 1244 to 1472 (1865 to 2094), checked against the 1925 law's days."""


def gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day, or None where the calendar has no such day; good for the years 1244 to 1472."""
    if not (1244 <= year <= 1472 and 1 <= month <= 12 and 1 <= day <= _length(year, month)):
        return None
    years = range(min(year, _YEAR), max(year, _YEAR))
    days = sum(365 + _is_leap(each) for each in years) * (1 if year >= _YEAR else -1)
    return _NEW_YEAR + timedelta(days + min(month - 1, 6) * 31 + max(month - 7, 0) * 30 + day - 1)


def _length(year: int, month: int) -> int:
    return 31 if month <= 6 else 30 if month < 12 or _is_leap(year) else 29


def _is_leap(year: int) -> bool:
    return year % _CYCLE in _LEAP_REMAINDERS
