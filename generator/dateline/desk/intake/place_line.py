"""The head of a first paragraph to the place, date and agency it states, and the paragraph without them."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from dateline.desk.intake.stated_dates import StatedDate, stated_date
from dateline.desk.intake.word_lists import entries, folded

_LONGEST: Final = 120
"""Characters of a paragraph in which a place line ends, if it has one."""
_DASH: Final = r"(?:--+|[–—―−-])"
_END: Final = re.compile(rf"\s*(?:[:.،|]\s?)?{_DASH}(?=\s)\s*|[:.،|](?=\s)\s*|(?<=[)/])(?=\s)\s*")
_CREDIT: Final = re.compile(r"\((?P<bracket>[^()]{2,60})\)|/(?P<slash>[^/]{2,40})/")
_INNER: Final = re.compile(r"\(([^()]{2,60})\)")
_PART: Final = re.compile(r"\s*[,/|]\s*")
_AFTER: Final = re.compile(rf"(?P<agency>[^:–—]{{2,40}}?)(?:\s{_DASH}|[.:])(?=\s)\s*")
_ALONE: Final = re.compile(
    rf"(?:\((?P<bracket>[^()]{{2,40}})\)|/(?P<slash>[^/]{{2,40}})/)(?:\s*(?:[.:]|{_DASH})(?=\s))?\s+"
    rf"|(?P<bare>[^\s.:–—()-][^:–—()]{{1,30}}?)(?:\s{_DASH}|:)\s+"
)
_BEFORE_A_DATE: Final = re.compile(r"[,،]\s*(?:le|den|am|el|il|op|em|dne|on)$", re.IGNORECASE)
_BYLINE: Final = re.compile(r"^(?:By|Par|Von|Por)\s+[^\W\d_][\w .’'-]+,\s+(?=[^\W\d_]{3})")
_OPENING: Final = re.compile(r"[\"'“‘«„\[(*_¿¡]*(.)")
_LONGEST_CREDIT: Final = 4
"""Words of an agency's name that no list knows."""
_LONGEST_PLACE: Final = 8
"""Words of a place with its region and country."""
_SHORTEST_CAPITALS: Final = 6
"""Letters from which a name in capitals before a dash is no longer likely to be an acronym."""


class PlaceLine(NamedTuple):
    """What stood before the first sentence."""

    text: str
    """All of it, as printed."""
    place: str | None
    agency: str | None
    date: StatedDate | None
    rest: str
    """The paragraph without it."""


class _Head(NamedTuple):
    """A place line's parts, before it is decided whether they are one."""

    place: str
    date: StatedDate | None
    credit: str | None
    in_brackets: bool


def place_line(paragraph: str, language: str | None = None) -> PlaceLine | None:
    """What stands before a paragraph's first sentence; None where it has no place line that is one for certain."""
    ends = [end for end in _END.finditer(paragraph, 0, _LONGEST) if end.end() < len(paragraph)]
    # "Aug. 30" and "N.D. —" hold what may be an end: the longest head that makes sense is the line.
    lines = (_line(paragraph, end, language) for end in reversed(ends))
    return next(filter(None, lines), None) or _agency_alone(paragraph)


def is_agency(name: str) -> bool:
    """Whether each part of a credit, such as "UrduPoint News / Sputnik", is a known news agency."""
    parts = (part.strip(" .").casefold() for part in re.split(r"\s*[/,;]\s*|\s+and\s+", name))
    return name.strip(" .").casefold() in folded("agencies") or all(part in folded("agencies") for part in parts)


def _line(paragraph: str, end: re.Match[str], language: str | None) -> PlaceLine | None:
    head = _head(paragraph[: end.start()], language)
    if head is None or not _looks_like_place(head.place):
        return None
    agency, start = head.credit, end.end()
    after = None if agency else _AFTER.match(paragraph, start)
    if after and is_agency(after["agency"]) and (head.date or _is_place(head.place)):
        agency, start = after["agency"].strip(), after.end()
    rest = paragraph[start:].lstrip(" –—-:")
    if not (_begins(rest) and _is_certain(head, agency, end.group().strip())):
        return None
    printed = paragraph[: len(paragraph) - len(rest)].strip()
    return PlaceLine(printed, _with_full_stop(head.place), agency, head.date, rest)


def _head(text: str, language: str | None) -> _Head | None:
    """The parts of a head; None where something in it is none of them."""
    inner = _INNER.fullmatch(text.strip())
    if inner:
        return _Head(inner[1], None, None, in_brackets=True)
    credited = list(_CREDIT.finditer(text))
    if len(credited) > 1 or (credited and text[credited[0].end() :].strip(" .,:|")):
        return None
    credit = (credited[0]["bracket"] or credited[0]["slash"]) if credited else None
    bare = text[: credited[0].start()] if credited else text
    date = stated_date(bare, language)
    inside = stated_date(credit, language) if credit else None
    if date and _has_words(bare[date.end :]):
        return None
    if credit and inside:
        credit = credit.replace(inside.text, "").strip(" ,-–—")
    if credit and not _is_credit(credit):
        return None
    named = _BEFORE_A_DATE.sub("", bare[: date.start].rstrip(" .")) if date else bare
    place, _, last = _BYLINE.sub("", named).strip(" ,|،").rpartition("|")
    if not (place and not credit and is_agency(last)):
        return _Head((place + last).strip(), date or inside, credit or None, in_brackets=False)
    return _Head(place.strip(), date or inside, last.strip(), in_brackets=False)


def _has_words(text: str) -> bool:
    # "17 сентября 2021 года" ends in a word that belongs to its year.
    return re.sub(r"[\s.,،|]|\bг(?:ода)?\b", "", text) != ""


def _is_credit(credit: str) -> bool:
    short = len(credit.split()) <= _LONGEST_CREDIT and (credit[0].isupper() or not _has_case(credit[0]))
    return is_agency(credit) or short


def _has_case(letter: str) -> bool:
    return letter.lower() != letter.upper()


def _looks_like_place(place: str) -> bool:
    words = [word for part in _PART.split(place) for word in part.split()]
    if not 0 < len(words) <= _LONGEST_PLACE or place.casefold() in folded("labels"):
        return False
    is_month = len(words) == 1 and stated_date(f"1 {place} 2000")
    return (
        not is_month and _is_name(words[0]) and all(_is_name(word) or word in folded("place_joiners") for word in words)
    )


def _is_name(word: str) -> bool:
    return word[0].isalpha() and not word[0].islower() and not any(map(str.isdigit, word))


def _is_certain(head: _Head, agency: str | None, end: str) -> bool:
    plausible = _is_place(head.place) or head.place.isupper()
    if agency:
        return plausible or head.date is not None or is_agency(agency)
    if head.date:
        return plausible or end != "."
    capitals = head.place.isupper() and sum(map(str.isalpha, head.place)) >= _SHORTEST_CAPITALS
    dashed = re.search(_DASH, end) is not None
    # "Dushanbe: –": nothing but a place stands before both signs.
    is_double = dashed and end.startswith(":")
    return end != "." and (_is_place(head.place) or is_double or (dashed and capitals and not head.in_brackets))


def _with_full_stop(place: str) -> str:
    last = _PART.split(place)[-1].casefold() + "."
    return f"{place}." if last in _places() else place


def _is_place(place: str) -> bool:
    parts = [part.casefold() for part in _PART.split(place)]
    known = _places()
    return place.casefold() in known or (len(parts) > 1 and any(part in known for part in parts))


@cache
def _places() -> frozenset[str]:
    return frozenset(name.strip().casefold() for line in entries("places") for name in line.split(";"))


def _begins(rest: str) -> bool:
    opening = _OPENING.match(rest)
    return opening is not None and not opening[1].islower()


def _agency_alone(paragraph: str) -> PlaceLine | None:
    found = _ALONE.match(paragraph)
    agency = next(filter(None, found.groups()), "").strip() if found else ""
    if found is None or not is_agency(agency) or not _begins(paragraph[found.end() :]):
        return None
    return PlaceLine(found.group().strip(), None, agency, None, paragraph[found.end() :])
