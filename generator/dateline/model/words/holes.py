"""A date with unknown digits to words that state nothing more."""

from __future__ import annotations

from dateline.model.edtf.day import Day, year_text
from dateline.model.edtf.parts import Point, Precision
from dateline.model.words.language import Language
from dateline.model.words.slot import Slot
from dateline.model.words.stated import stated_date, without_year, year_words

_HOLE = "X"
_UNKNOWN, _ANY_YEAR = "XX", "XXXX"
_YEAR_DIGITS = 4


def has_holes(point: Point) -> bool:
    """Whether a digit is unknown, or, as in a decade, left out."""
    return _HOLE in point.year + point.month + point.day or point.precision in (Precision.DECADE, Precision.CENTURY)


def date_with_holes(language: Language, point: Point, case: str = "") -> str:
    """A date of which digits are unknown."""
    if not point.month:
        return _years(language, point, case)
    if point.day == _UNKNOWN or (point.month == _UNKNOWN and not point.day):
        return _sometime(language, point)
    if _HOLE in point.month + point.day:
        return _between(language, point, case) if _is_one_stretch(point) else _as_written(language, point)
    if point.year == _ANY_YEAR and point.precision is not Precision.SEASON:
        date = Slot(lambda wanted: without_year(language, point, wanted), case)
        return language.phrase("without_year").format(date=date)
    date = Slot(lambda wanted: stated_date(language, point, wanted), case)
    return language.phrase("unknown_digit").format(date=date)


def _years(language: Language, point: Point, case: str) -> str:
    known = point.year.rstrip(_HOLE)
    if not known:
        return language.phrase("any_year", case)
    if _HOLE in known:
        return language.phrase("unknown_digit").format(date=point.year)
    first, last = point.earliest.year, point.latest.year
    # "1900s" may be ten years or a hundred, so the first decade of a century is told by its years.
    if len(known) == _YEAR_DIGITS - 1 and known[-1] != "0" and first > 0:
        return language.phrase("decade", case).format(year=first)
    ends = (year_words(language, year_text(year)) for year in (first, last))
    return language.phrase("years", case).format(**dict(zip(("first", "last"), ends, strict=True)))


def known_part(point: Point) -> Point | None:
    """The year or the month alone, where it is known and no more is; else None."""
    if point.day != _UNKNOWN and (point.month != _UNKNOWN or point.day):
        return None
    month = "" if point.month == _UNKNOWN else point.month
    known = point._replace(precision=Precision.MONTH if month else Precision.YEAR, month=month, day="")
    return None if _HOLE in month else known


def _sometime(language: Language, point: Point) -> str:
    """The year or the month that is known, and that no more is."""
    known = known_part(point)
    if known is None:
        return _as_written(language, point)
    say = date_with_holes if has_holes(known) else stated_date
    return language.phrase("sometime").format(date=Slot(lambda wanted: say(language, known, wanted)))


def _is_one_stretch(point: Point) -> bool:
    """Whether what is unknown is the last digit, so that everything from the first to the last fits."""
    return _HOLE not in point.year + point.month[:1] + point.day[:1] and not (_HOLE in point.month and point.day)


def _between(language: Language, point: Point, case: str) -> str:
    first, last = (_on(point, day) for day in (point.earliest, point.latest))
    if first == last:
        return stated_date(language, first, case)
    return language.phrase("sometime_between").format(
        first=Slot(lambda case: stated_date(language, first, case, last)),
        last=Slot(lambda case: stated_date(language, last, case)),
    )


def _on(point: Point, day: Day) -> Point:
    return point._replace(month=f"{day.month:02d}", day=f"{day.day:02d}" if point.day else "")


def _as_written(language: Language, point: Point) -> str:
    written = "-".join(part for part in (point.year, point.month, point.day) if part)
    return language.phrase("unknown_digit").format(date=written)
