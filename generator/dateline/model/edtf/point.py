"""The text of one date to a `Point`, or to an error at the sign that does not belong there."""

from __future__ import annotations

import re

from dateline.model.edtf import masks, seasons
from dateline.model.edtf.day import Day, month_length
from dateline.model.edtf.fault import WhenError
from dateline.model.edtf.parts import NO_SIGNS, SIGNS, Point, Precision, Signs
from dateline.model.edtf.trouble import trouble

_DATE = re.compile(
    r"([?~%]?)(-?(?:[0-9X]{4}|[0-9]{2,3}))(?:S([0-9]{1,3}))?([?~%]?)"
    r"(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?",
)
_FAR_YEAR = re.compile(r"([?~%]?)Y(-?[0-9]+)(?:E([0-9]+))?(?:S([0-9]{1,3}))?([?~%]?)")
_UNKNOWN_FROM_THE_RIGHT = re.compile(r"-?[0-9]*X*")
_FEWEST_FAR_DIGITS = 5
_MOST_DIGITS = 18
"""Of a year: enough for the age of the universe, and a number that fits 64 bits wherever it is exported."""
_YEAR_DIGITS, _DECADE_DIGITS = 4, 3
_TWELVE = 12

Match = re.Match[str]


def read_point(text: str, start: int, end: int) -> Point:
    """One date from text[start:end]; raises WhenError with its place in the whole text."""
    found = _DATE.fullmatch(text, start, end)
    if found:
        return _date(found)
    far = _FAR_YEAR.fullmatch(text, start, end)
    if far:
        return _far_year(far)
    raise WhenError(text, *trouble(text, start, end))


def read_member(text: str, start: int, end: int) -> Point:
    """One date of several from text[start:end]; raises WhenError, for two and three digits too.

    Whoever writes 2021/22 means the year 2022 and not the 23rd century.
    """
    point = read_point(text, start, end)
    if point.precision in (Precision.CENTURY, Precision.DECADE):
        raise WhenError(
            text, start, f"{point.year} is a century or a decade here; write all four digits, or X for some"
        )
    return point


def _date(found: Match) -> Point:
    year, significant, month, day = found.group(2, 3, 6, 9)
    month, day = month or "", day or ""
    precision = _precision(found, year, month, day)
    if significant and (int(significant) == 0 or precision is not Precision.YEAR or masks.UNKNOWN_DIGIT in year):
        raise _wrong(found, 3, "S and the number of significant digits, 1 or more, stand after a year alone")
    earliest, latest = _bounds(found, precision, year, month, day)
    signs, sign_level = _signs(found)
    level = max(sign_level, _form_level(precision, year, month, day), 2 if significant else 0)
    return Point(precision, year, month, day, signs, int(significant or 0), level, earliest, latest)


def _precision(found: Match, year: str, month: str, day: str) -> Precision:
    digits = len(year.lstrip("-"))
    if digits < _YEAR_DIGITS:
        if month:
            raise _wrong(found, 6, f"{year} is a decade or a century, which has no months; a year has four digits")
        return Precision.DECADE if digits == _DECADE_DIGITS else Precision.CENTURY
    if not month:
        return Precision.YEAR
    if month.isdigit() and seasons.FIRST <= int(month) <= seasons.LAST:
        if day:
            raise _wrong(found, 9, f"{month} is a season, which has no days")
        return Precision.SEASON
    return Precision.DAY if day else Precision.MONTH


def _bounds(found: Match, precision: Precision, year: str, month: str, day: str) -> tuple[Day, Day]:
    if year == "-0000":
        raise _wrong(found, 2, "the year 0 has no minus, write 0000")
    if masks.UNKNOWN_DIGIT not in found[0] and len(year.lstrip("-")) == _YEAR_DIGITS:
        return _stated_bounds(found, int(year), month, day)
    mask = year + masks.UNKNOWN_DIGIT * (_YEAR_DIGITS - len(year.lstrip("-")))
    if precision is Precision.SEASON:
        first, last = next(masks.years(mask)), next(masks.years(mask, downwards=True))
        return seasons.season_days(first, int(month))[0], seasons.season_days(last, int(month))[1]
    outermost = masks.outermost(mask, month, day)
    if outermost is None:
        raise _no_such_day(found, month, day)
    return outermost


def _stated_bounds(found: Match, year: int, month: str, day: str) -> tuple[Day, Day]:
    if not month:
        return Day(year, 1, 1), Day(year, 12, 31)
    number = int(month)
    if seasons.FIRST <= number <= seasons.LAST:
        return seasons.season_days(year, number)
    if not 1 <= number <= _TWELVE:
        raise _no_such_month(found, month)
    length = month_length(year, number)
    if not day:
        return Day(year, number, 1), Day(year, number, length)
    if not 1 <= int(day) <= length:
        raise _wrong(found, 9, f"there is no day {day}, {found[2]}-{month} has {length}")
    stated = Day(year, number, int(day))
    return stated, stated


def _no_such_day(found: Match, month: str, day: str) -> WhenError:
    if not masks.fitting(month, _TWELVE):
        return _no_such_month(found, month)
    return _wrong(found, 9, f"there is no day {day} in month {month} of any year {found[2]}")


def _no_such_month(found: Match, month: str) -> WhenError:
    return _wrong(found, 6, f"there is no month {month}; months are 01 to 12, seasons 21 to 41")


def _signs(found: Match) -> tuple[Signs, int]:
    """Who is uncertain or approximate, and the level that its notation has."""
    texts = found.group(1, 4, 5, 7, 8, 10)
    if not any(texts):
        return NO_SIGNS, 0
    before_year, after_year, before_month, after_month, before_day, after_day = (SIGNS[text or ""] for text in texts)
    # A sign after a part goes for it and everything to its left, a sign before it for that part alone.
    day = before_day | after_day
    month = before_month | after_month | after_day
    year = before_year | after_year | after_month | after_day
    whole = SIGNS.get(found[0][-1], 0)
    return Signs(year, month, day), 1 if whole and sum(map(bool, texts)) == 1 else 2


def _form_level(precision: Precision, year: str, month: str, day: str) -> int:
    if precision is Precision.DECADE or (precision is Precision.SEASON and int(month) > seasons.LAST_OF_LEVEL_1):
        return 2
    if masks.UNKNOWN_DIGIT in year or masks.UNKNOWN_DIGIT in month or masks.UNKNOWN_DIGIT in day:
        whole_parts = all(part == "XX" or part.isdigit() for part in (month, day) if part)
        return 1 if whole_parts and _UNKNOWN_FROM_THE_RIGHT.fullmatch(year + month + day) else 2
    return 1 if precision is Precision.SEASON or year.startswith("-") else 0


def _far_year(found: Match) -> Point:
    before, digits, exponent, significant, after = found.groups()
    bare = digits.lstrip("-")
    if bare.startswith("0") or (exponent is None and len(bare) < _FEWEST_FAR_DIGITS):
        raise _wrong(found, 2, "Y is for years of five digits and more; write the others with four and without Y")
    if significant is not None and not int(significant):
        raise _wrong(found, 4, "S wants the number of significant digits, 1 or more")
    if len(exponent or "") > len(str(_MOST_DIGITS)) or len(bare) + int(exponent or 0) > _MOST_DIGITS:
        raise _wrong(found, 2, f"a year has at most {_MOST_DIGITS} digits")
    year = int(digits) * 10 ** int(exponent or 0)
    sign = SIGNS[before] | SIGNS[after]
    level = 2 if exponent or significant or before else 1
    first, last = Day(year, 1, 1), Day(year, 12, 31)
    return Point(Precision.YEAR, str(year), "", "", Signs(sign), int(significant or 0), level, first, last)


def _wrong(found: Match, group: int, reason: str) -> WhenError:
    return WhenError(found.string, found.start(group), reason)
