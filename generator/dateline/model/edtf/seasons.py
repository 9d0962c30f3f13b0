"""Seasons, quarters and their like (ISO 8601-2, 21 to 41) to the months they last."""

from __future__ import annotations

from types import MappingProxyType

from dateline.model.edtf.day import Day, month_length

DECEMBER = 12

_MARCH_TO_MAY, _JUNE_TO_AUGUST, _SEPTEMBER_TO_NOVEMBER = (3, 5), (6, 8), (9, 11)
_DECEMBER_TO_FEBRUARY = (12, 14)
_NORTH = (_MARCH_TO_MAY, _JUNE_TO_AUGUST, _SEPTEMBER_TO_NOVEMBER, _DECEMBER_TO_FEBRUARY)
_SOUTH = (_SEPTEMBER_TO_NOVEMBER, _DECEMBER_TO_FEBRUARY, _MARCH_TO_MAY, _JUNE_TO_AUGUST)

FIRST_AND_LAST_MONTH = MappingProxyType(
    {
        **dict(enumerate(_NORTH, start=21)),
        **dict(enumerate(_NORTH, start=25)),
        **dict(enumerate(_SOUTH, start=29)),
        **dict(enumerate(((1, 3), (4, 6), (7, 9), (10, 12)), start=33)),
        **dict(enumerate(((1, 4), (5, 8), (9, 12)), start=37)),
        **dict(enumerate(((1, 6), (7, 12)), start=40)),
    },
)
"""By number, spring first; a month above 12 is in the next year.

21 to 24 name no hemisphere and are read as the northern ones.
"""

FIRST, LAST_OF_LEVEL_1, LAST = 21, 24, 41


def season_days(year: int, season: int) -> tuple[Day, Day]:
    """The first and the last day of a season; season is 21 to 41."""
    first, last = FIRST_AND_LAST_MONTH[season]
    return Day(year, first, 1), _last_day(year, last)


def _last_day(year: int, month: int) -> Day:
    if month > DECEMBER:
        year, month = year + 1, month - DECEMBER
    return Day(year, month, month_length(year, month))
