"""A page to the day it says it was published, or to why no day can be told."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from dateline.desk.intake.found import Note
from dateline.desk.intake.stated_dates import stated_date, stated_dates
from dateline.desk.intake.tidy import one_line
from dateline.desk.intake.word_lists import sections

if TYPE_CHECKING:
    from dateline.desk.intake.linked_data import LinkedArticle

_TIMED: Final = re.compile(r"(\d{4}-\d{2}(?:-\d{2})?)(?:[T ]\S*)?")
_PUBLISHED_TIME: Final = (
    "//time[@pubdate or @itemprop='datePublished' or contains(@class, 'publish') or contains(@class, 'entry-date')]"
    " | //abbr[contains(@class, 'publish')]"
)
_SHOWN: Final = "//*[not(self::script or self::style or self::noscript)]/text()"
_LONGEST: Final = 80
"""Characters of a text that may be a date line."""
_NO_LIMIT: Final = "2100-01-01"
"""Later than any page: without it htmldate asks the clock."""
_UTC: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}):\d{2}\S*?(?:Z|\+00:?00)$")
_EASTERNMOST: Final = 10
"""The hour in UTC from which it is the next day already somewhere on land (UTC+14)."""
_WESTERNMOST: Final = 12
"""The hour in UTC before which it is still the day before somewhere (UTC-12)."""
_NEAR: Final = timedelta(days=1)
"""What time zones may make of one moment."""


class PageDate(NamedTuple):
    """A publication date and how it was found."""

    edtf: str | None
    notes: tuple[Note, ...]


class _Said(NamedTuple):
    """A date the page states as that of its publication."""

    edtf: str
    where: str
    words: str


class _Shown(NamedTuple):
    """A date that readers see, with the short text it stands in."""

    edtf: str
    text: str


def page_date(html: str, tree: Any, said: LinkedArticle, language: str | None) -> PageDate:
    """EDTF, as precise as the page; None with all that is said where two statements cannot both be true."""
    shown = _shown(tree, language)
    found = (
        _in_data(tree, said, language, "sure") or _in_times(tree, language) or _in_data(tree, said, language, "weak")
    )
    found = found or _by_search(html, shown)
    if not found:
        return PageDate(None, _only_modified(said))
    days = sorted({each.edtf for each in found})
    seen = dict.fromkeys(each.edtf for each in shown)
    if len(days) > 1 and not _are_near(days):
        backed = [day for day in days if day in seen]
        return _settled(found, backed[0]) if len(backed) == 1 else PageDate(None, (_conflict(found),))
    local = _local_day(found, list(seen))
    if local:
        return _settled([*found, _Said(local, "shown on the page", local)], local)
    return _settled(found, next((day for day in days if day in seen), found[0].edtf))


def _settled(found: list[_Said], day: str) -> PageDate:
    first = next(each for each in found if each.edtf == day)
    notes = [Note(kind="found", about="published", text=f"{first.where}: “{first.words}”")]
    return PageDate(day, (*notes, *([_conflict(found)] if len({each.edtf for each in found}) > 1 else [])))


def _conflict(found: list[_Said]) -> Note:
    unique = dict.fromkeys(f"{each.edtf} ({each.where}: “{each.words}”)" for each in found)
    return Note(kind="conflict", about="published", text="the page states " + " and ".join(unique))


def _in_data(tree: Any, said: LinkedArticle, language: str | None, which: str) -> list[_Said]:
    names = dict(sections("publication_metas"))[which]
    metas = [
        (f"the page's “{name}”", meta.get("content", ""))
        for meta in tree.iter("meta")
        for name in [(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").casefold()]
        if name in names
    ]
    linked = [("the page's JSON-LD", said.published)] if said.published and which == "sure" else []
    return [found for where, words in [*linked, *metas] if (found := _said(where, words, language))]


def _in_times(tree: Any, language: str | None) -> list[_Said]:
    elements = tree.xpath(_PUBLISHED_TIME)[:1]
    stated = [
        element.get("datetime") or element.get("title") or one_line(element.text_content()) for element in elements
    ]
    return [found for words in stated if (found := _said("the page's time of publication", words, language))]


def _said(where: str, words: str, language: str | None) -> _Said | None:
    timed = _TIMED.match(words.strip())
    if timed and len(timed[1]) == len("2021-09"):
        return _Said(timed[1], where, words)
    stated = stated_date(timed[1] if timed else words, language)
    return _Said(stated.edtf, where, words) if stated and stated.has_year and stated.edtf else None


def _by_search(html: str, shown: list[_Shown]) -> list[_Said]:
    """What htmldate finds, where readers see that day; it reads addresses too, and makes up the days of months."""
    from htmldate import find_date

    day = find_date(html, original_date=True, extensive_search=True, max_date=_NO_LIMIT)
    if day is None:
        return []
    stated = [each for each in shown if not _tells_change(each.text)]
    seen = [each for each in stated if day in {each.edtf, f"{each.edtf}-01"}]
    return [
        _Said(each.edtf, "shown on the page", each.text) for each in sorted(seen, key=lambda each: -len(each.edtf))[:1]
    ]


def _tells_change(text: str) -> bool:
    labels = dict(sections("head_labels"))
    folded = text.casefold()
    return any(word in folded for word in labels["updated"]) and not any(word in folded for word in labels["published"])


def _shown(tree: Any, language: str | None) -> list[_Shown]:
    """The whole dates in short texts of the page: a date line is never a paragraph."""
    texts = [one_line(text) for text in tree.xpath(_SHOWN) if any(map(str.isdigit, text))]
    found = ((each, text) for text in texts if len(text) < _LONGEST for each in stated_dates(text, language))
    return [_Shown(each.edtf, text) for each, text in found if each.has_year and each.edtf]


def _local_day(found: list[_Said], shown: list[str]) -> str | None:
    """The day that readers see, where the page's data give only the moment in UTC and it was that day somewhere."""
    moment = next((match for each in found if (match := _UTC.match(each.words))), None)
    if moment is None or any(each.edtf in shown for each in found):
        return None
    day, hour = date.fromisoformat(moment[1]), int(moment[2])
    possible = [day + timedelta(1)] * (hour >= _EASTERNMOST) + [day - timedelta(1)] * (hour < _WESTERNMOST)
    seen = [each.isoformat() for each in possible if each.isoformat() in shown]
    return seen[0] if len(seen) == 1 else None


def _are_near(days: list[str]) -> bool:
    whole = [date.fromisoformat(day) for day in days if len(day) == len("2021-09-17")]
    return len(whole) == len(days) and max(whole) - min(whole) <= _NEAR


def _only_modified(said: LinkedArticle) -> tuple[Note, ...]:
    if said.modified is None:
        return ()
    return (
        Note(kind="unresolved", about="published", text=f"the page only says when it was changed: “{said.modified}”"),
    )
