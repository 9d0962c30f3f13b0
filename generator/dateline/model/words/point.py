"""One date to words."""

from __future__ import annotations

from dateline.model.edtf.parts import APPROXIMATE, NO_SIGNS, UNCERTAIN, Point, Precision
from dateline.model.words.about import about_words, rough_words, roughly
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
        if point.sign & APPROXIMATE and has_holes(point) and point.month:
            return about_words(language, point, _WHOLE[point.sign])
        return language.phrase(_WHOLE[point.sign]).format(date=date)
    notes = [language.phrase(part + _SIGNS[sign]) for part, sign in signs.items() if sign]
    return language.phrase("notes").format(date=date, notes=language.phrase("notes_and").join(notes))


def point_inside(language: Language, point: Point, case: str = "", following: Point | None = None) -> str:
    """A date as one end of a longer phrase: the same with less said about what is not known."""
    signs = _signs(point)
    shared = following if following and _shares(point, following) else None
    date = Slot(lambda wanted: _inside(language, point, wanted, shared), case)
    if not any(signs.values()):
        return f"{date}"
    if len(set(signs.values())) == 1:
        return language.phrase(f"{_WHOLE[point.sign]}_inside").format(date=date)
    return point_words(language, point, case)


def _inside(language: Language, point: Point, case: str, following: Point | None) -> str:
    if point.significant or not point.month or not has_holes(point):
        return _without_signs(language, point, case, roughly(following).point if following else None)
    return rough_words(language, point, case, following)


def _shares(point: Point, following: Point) -> bool:
    """Whether both are doubted alike or the following is not, so that a year said once is said of both."""
    return following.signs in {point.signs, NO_SIGNS} and not has_holes(roughly(following).point)


def _without_signs(language: Language, point: Point, case: str, following: Point | None) -> str:
    if point.significant:
        date = Slot(lambda wanted: stated_date(language, point, wanted), case)
        return language.phrase("significant").format(date=date, digits=point.significant)
    if has_holes(point):
        return date_with_holes(language, point, case)
    return stated_date(language, point, case, following)


def _signs(point: Point) -> dict[str, int]:
    """The doubts about each part that is stated, under the part's name."""
    signs = {"year": point.signs.year}
    if point.month:
        signs["season" if point.precision is Precision.SEASON else "month"] = point.signs.month
    if point.day:
        signs["day"] = point.signs.day
    return signs
