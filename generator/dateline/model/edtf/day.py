"""Year, month and day to a value that can be ordered and counted, in any year of the proleptic Gregorian calendar."""

from __future__ import annotations

import re
from typing import NamedTuple

MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAYS_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
FEBRUARY = 2
LARGEST_PLAIN_YEAR = 9999
"""The largest that ISO 8601 writes without an agreement; beyond it, EDTF puts a Y in front."""
_ISO_DAY = re.compile(r"(?:(-?[0-9]{4})|Y(-?[0-9]{5,}))-([0-9]{2})-([0-9]{2})")


class Day(NamedTuple):
    """A day; unlike `datetime.date`, before the year 1 and after the year 9999 too."""

    year: int
    """Astronomical: 0 is 1 BC, -43 is 44 BC."""
    month: int
    day: int

    @classmethod
    def parse(cls, text: str) -> Day:
        """A day from `2021-09-15`, `-0044-03-15` or `Y17000-01-01`; anything else is a ValueError."""
        day = cls.read(text)
        if day is None:
            raise ValueError(f"{text!r} is not a day such as 2021-09-15")
        return day

    @classmethod
    def read(cls, text: str) -> Day | None:
        """As `parse`; None for what is not a day, or no day that there is."""
        found = _ISO_DAY.fullmatch(text)
        if found is None:
            return None
        day = cls(int(found[1] or found[2]), int(found[3]), int(found[4]))
        is_one = 1 <= day.month <= len(MONTH_LENGTHS) and 1 <= day.day <= month_length(day.year, day.month)
        return day if is_one else None

    @classmethod
    def from_ordinal(cls, ordinal: int) -> Day:
        """The day of that number; the inverse of `ordinal`."""
        year = (ordinal - 1) * 400 // 146_097 + 1
        while _days_before(year) >= ordinal:
            year -= 1
        while _days_before(year + 1) < ordinal:
            year += 1
        left = ordinal - _days_before(year)
        month = 1
        while left > month_length(year, month):
            left -= month_length(year, month)
            month += 1
        return cls(year, month, left)

    @property
    def ordinal(self) -> int:
        """Days from 1 January of the year 1, which is 1: the numbers of `datetime.date.toordinal`."""
        leap_day = self.month > FEBRUARY and is_leap(self.year)
        return _days_before(self.year) + DAYS_BEFORE_MONTH[self.month - 1] + leap_day + self.day

    def __str__(self) -> str:
        year, month, day = self
        if year < 0 or year > LARGEST_PLAIN_YEAR:
            return f"{year_text(year)}-{month:02d}-{day:02d}"
        return f"{year:04d}-{month:02d}-{day:02d}"


def is_leap(year: int) -> bool:
    """Whether a year has a 29 February, by the Gregorian rule in every year: 0 is one, 1900 is not."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The number of days in a month, month from 1 to 12."""
    return 29 if month == FEBRUARY and is_leap(year) else MONTH_LENGTHS[month - 1]


def year_text(year: int) -> str:
    """A year as EDTF writes it: `0044`, `-0044`, `Y17000`."""
    if abs(year) > LARGEST_PLAIN_YEAR:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _days_before(year: int) -> int:
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400
