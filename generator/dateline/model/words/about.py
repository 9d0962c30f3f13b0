"""A date with unknown digits and within a sentence, or only roughly known, to words that read there."""

from __future__ import annotations

from typing import NamedTuple

from dateline.model.edtf.parts import Point, Precision
from dateline.model.words.holes import date_with_holes, has_holes, known_part
from dateline.model.words.language import Language
from dateline.model.words.slot import Slot
from dateline.model.words.stated import stated_date

_THIRDS = {"0X": "third.1", "1X": "third.2", "2X": "third.3"}
"""The beginning, the middle and the end of a month, as its days are counted in tens."""


class Rough(NamedTuple):
    """What is left of a date when no digit is unknown any more."""

    point: Point
    third: str
    """The phrase for the beginning, the middle or the end of it; empty for all of it."""


def roughly(point: Point) -> Rough:
    """`2021-02-XX` as its month, `2021-03-0X` as the beginning of it; every other date as it is."""
    if _is_third(point):
        return Rough(point._replace(precision=Precision.MONTH, day=""), _THIRDS[point.day])
    known = known_part(point)
    return Rough(point if known is None or has_holes(known) else known, "")


def rough_words(language: Language, point: Point, case: str = "", following: Point | None = None) -> str:
    """A date as a part of a longer phrase: `early March`, with what the following date says again left out."""
    rough = roughly(point)
    if has_holes(rough.point):
        return date_with_holes(language, rough.point, case)
    after = roughly(following).point if following else None
    date = Slot(lambda wanted: stated_date(language, rough.point, wanted, after), "" if rough.third else case)
    return language.phrase(rough.third, case).format(date=date) if rough.third else f"{date}"


def about_words(language: Language, point: Point, phrase: str) -> str:
    """An approximate date with unknown digits: `about mid-September 2021`, `about February 2021, day unknown`."""
    about = language.phrase(phrase).format(date=Slot(lambda case: rough_words(language, point, case)))
    missing = "_".join(name for name, part in (("month", point.month), ("day", point.day)) if part == "XX")
    return language.phrase(f"unknown_{missing}").format(date=about) if missing and known_part(point) else about


def _is_third(point: Point) -> bool:
    return point.day in _THIRDS and (point.year + point.month).isdigit()
