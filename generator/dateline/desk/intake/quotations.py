"""A text to its quotations, whole, with a hint at who speaks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.desk.intake.found import Quotation
from dateline.desk.intake.word_lists import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSES: Final = {
    opening: re.compile(closing)
    for opening, closing in {
        "“": "[”“]",
        "„": "[“”]",
        "«": "»",
        "»": "«",
        '"': r'(?<!\s)"',
        "‘": "’",
        "‚": "[‘’]",
        "「": "」",
        "『": "』",
    }.items()
}
_APOSTROPHE: Final = "’"
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_ENDED: Final = re.compile(r"[.,!?…]")
_PART: Final = r"[^\W\d_a-zа-яё](?:[\w'’-]+|\.)?"
_NAME: Final = rf"{_PART}(?: (?:(?:of|the|de|al|bin|von|van) )?{_PART}){{0,5}}"
_LONGEST: Final = 5_000
"""Characters within which a quotation closes, or its mark opens none."""
_WIDEST_HINT: Final = 160
"""Characters on each side of a quotation in which its speaker is looked for."""
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’»)]*\s+(?=[^\W\d_])")


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations in order; one over several sentences is whole, one never leaves its paragraph."""
    found = (each for paragraph in _PARAGRAPH.finditer(text) for each in _spans(text, *paragraph.span()))
    return tuple(
        Quotation(text=text[a:b], start=a, end=b, speaker=_speaker(text, a, b)) for a, b in found if text[a:b].strip()
    )


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        close = (
            _close(text, at, start, min(end, at + _LONGEST))
            if text[at] in _CLOSES and _opens(text, at, start)
            else None
        )
        if close is not None:
            yield at + 1, close
            at = close
        at += 1


def _opens(text: str, at: int, start: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1 : at + 2]
    return bool(after) and not after.isspace() and (not before.isalnum() or text[at] in "「『")


def _close(text: str, at: int, start: int, end: int) -> int | None:
    if text[at] == "‘":
        return _single_close(text, at, end)
    place = at
    while close := _CLOSES[text[at]].search(text, place + 1, end):
        place = close.start()
        # As many of the same opened inside must close first.
        if (
            text.count(text[at], at + 1, place) <= len(_CLOSES[text[at]].findall(text, at + 1, place))
            or text[at] == '"'
        ):
            return place
    # English opens each paragraph of a long quotation anew, and closes only the last.
    return end if text[at] == "“" and at == start and text[end:].lstrip().startswith("“") else None


def _single_close(text: str, at: int, end: int) -> int | None:
    """Where a single quotation closes: not at an apostrophe, be it inside a word or behind a plural."""
    stop = text.find("‘", at + 1, end)
    places = [
        place
        for place in range(at + 1, end if stop < 0 else stop)
        if text[place] == _APOSTROPHE and not text[place + 1 : place + 2].isalnum() and not text[place - 1].isspace()
    ]
    for number, place in enumerate(places):
        later = any(_ENDED.match(text[each - 1]) for each in places[number + 1 :])
        if not (_is_possessive(text, place) and later):
            return place
    return None


def _is_possessive(text: str, place: int) -> bool:
    following = text[place + 1 : place + 3]
    return text[place - 1] in "sSzx" and following[:1].isspace() and following[1:2].isalpha()


def _speaker(text: str, start: int, end: int) -> str | None:
    before = _SENTENCE_END.split(text[max(0, start - 1 - _WIDEST_HINT) : start - 1].rpartition("\n")[2])[-1]
    after = text[end + 1 : end + 1 + _WIDEST_HINT].partition("\n")[0]
    behind = _verb_after_name().match(after) or _verb_before_name().match(after)
    return _named(behind) or _named(_name_then_verb().search(before))


def _named(found: re.Match[str] | None) -> str | None:
    return re.sub(r"^(?:The|In|But|And|As) ", "", found["name"]).strip(" ,.") if found else None


@cache
def _verbs() -> str:
    return "|".join(sorted(entries("speech"), reverse=True))


@cache
def _verb_after_name() -> re.Pattern[str]:
    return re.compile(rf"[\s,–—-]*(?P<name>{_NAME}),? (?:has |had |also )?(?:{_verbs()})\b")


@cache
def _verb_before_name() -> re.Pattern[str]:
    return re.compile(rf"[\s,–—-]*(?:{_verbs()}) (?:the )?(?P<name>{_NAME})")


@cache
def _name_then_verb() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{_NAME})(?: [a-zа-яё]+){{0,4}}?,? (?:has |had |also )?(?:{_verbs()})\b")
