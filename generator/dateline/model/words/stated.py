"""A date whose parts are all known to words."""

from __future__ import annotations

from dateline.model.edtf.parts import NO_SIGNS, Point, Precision
from dateline.model.words.language import Language
from dateline.model.words.slot import Slot

_FIRST_NORTHERN, _FIRST_SOUTHERN, _FIRST_QUARTER = 25, 29, 33
_FIRST_SEASON = 21
_MONTHS = 12


def stated_date(language: Language, point: Point, case: str = "", following: Point | None = None) -> str:
    """A year, season, month or day; without what the following date says again."""
    match point.precision:
        case Precision.DAY | Precision.MONTH:
            return _calendar_date(language, point, case, following)
        case Precision.SEASON:
            return _season(language, point, case)
        case _:
            return year_words(language, point.year, case)


def next_one(point: Point) -> Point | None:
    """The month after a month and the year after a year; None for what is not so plain."""
    if not (point.year + point.month).isdigit() or point.signs != NO_SIGNS or point.significant:
        return None
    if point.precision is Precision.YEAR:
        return point._replace(year=f"{int(point.year) + 1:04d}")
    if point.precision is not Precision.MONTH:
        return None
    months = int(point.year) * _MONTHS + int(point.month)
    return point._replace(year=f"{months // _MONTHS:04d}", month=f"{months % _MONTHS + 1:02d}")


def without_year(language: Language, point: Point, case: str = "") -> str:
    """The day and the month, or the month alone."""
    return _fill(language, f"{point.precision.value}_of_year", point, case)


def year_words(language: Language, year: str, case: str = "") -> str:
    """A year, which may have an X; before the year 1 as the calendar of historians counts, without a year 0."""
    try:
        number = int(year)
    except ValueError:
        return language.phrase("year", case).format(year=year)
    if number <= 0:
        return language.phrase("year_bc", case).format(year=1 - number)
    return language.phrase("year", case).format(year=number)


def _calendar_date(language: Language, point: Point, case: str, following: Point | None) -> str:
    name = point.precision.value
    if following is None or following.precision is not point.precision or following.year != point.year:
        return _fill(language, name, point, case)
    if point.day and following.month == point.month:
        return _fill(language, "day_of_month", point, case)
    return _fill(language, f"{name}_of_year", point, case)


def _fill(language: Language, name: str, point: Point, case: str) -> str:
    month = int(point.month) - 1
    return language.phrase(name, case).format(
        day=_day_number(language, point.day),
        month=language.months[month],
        month_alone=language.months_alone[month],
        year=year_words(language, point.year),
    )


def _day_number(language: Language, day: str) -> str:
    return language.phrases.get(f"day_number.{day.lstrip('0')}", day.lstrip("0"))


def _season(language: Language, point: Point, case: str) -> str:
    number = int(point.month)
    if number >= _FIRST_QUARTER or number < _FIRST_NORTHERN:
        return _season_name(language, number, point, case)
    north = number < _FIRST_SOUTHERN
    bare = number - (_FIRST_NORTHERN if north else _FIRST_SOUTHERN) + _FIRST_SEASON
    date = Slot(lambda wanted: _season_name(language, bare, point, wanted), case)
    return language.phrase("northern" if north else "southern").format(date=date)


def _season_name(language: Language, number: int, point: Point, case: str) -> str:
    return language.phrase(f"season.{number}", case).format(year=year_words(language, point.year))
