"""One date to words."""

from __future__ import annotations

from dateline.model.edtf.parts import APPROXIMATE, UNCERTAIN, Point, Precision
from dateline.model.words.holes import date_with_holes, has_holes
from dateline.model.words.language import Language
from dateline.model.words.slot import Slot
from dateline.model.words.stated import stated_date

_SIGNS = {UNCERTAIN: "?", APPROXIMATE: "~", UNCERTAIN | APPROXIMATE: "%"}
_WHOLE = {UNCERTAIN: "uncertain", APPROXIMATE: "about", UNCERTAIN | APPROXIMATE: "about_uncertain"}


def point_words(language: Language, point: Point, case: str = "", following: Point | None = None) -> str:
    """A date, its doubts told; what it shares with a following one (`15 and 18 August`) is left out."""
    signs = _signs(point)
    date = Slot(lambda wanted: _without_signs(language, point, wanted, following), case)
    if not any(signs.values()):
        return f"{date}"
    if len(set(signs.values())) == 1:
        return language.phrase(_WHOLE[point.sign]).format(date=date)
    notes = [language.phrase(part + _SIGNS[sign]) for part, sign in signs.items() if sign]
    return language.phrase("notes").format(date=date, notes=", ".join(notes))


def _without_signs(language: Language, point: Point, case: str, following: Point | None) -> str:
    if point.significant:
        date = Slot(lambda wanted: stated_date(language, point, wanted), case)
        return language.phrase("significant").format(date=date, digits=point.significant)
    if has_holes(point):
        return date_with_holes(language, point, case)
    return stated_date(language, point, case, following if following and _is_plain(following) else None)


def _is_plain(point: Point) -> bool:
    return not (point.sign or has_holes(point))


def _signs(point: Point) -> dict[str, int]:
    """The doubts about each part that is stated, under the part's name."""
    signs = {"year": point.signs.year}
    if point.month:
        signs["season" if point.precision is Precision.SEASON else "month"] = point.signs.month
    if point.day:
        signs["day"] = point.signs.day
    return signs
