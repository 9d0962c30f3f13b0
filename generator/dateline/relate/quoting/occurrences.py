"""A quote and a prepared text to the places where the quote stands, whole words only."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.relate.quoting.form import Span
from dateline.relate.quoting.normalise import normalised
from dateline.relate.quoting.words import is_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.relate.quoting.form import Form
    from dateline.relate.quoting.haystack import Haystack

_ENOUGH: Final = 2
"""Places after which it is plain that there is more than one."""
_EFFORT: Final = 20_000_000
"""Characters compared before a search that meets nothing but cut words gives up: some tens of milliseconds."""
_ANCHORS: Final = 4
_WORD: Final = re.compile(r"\w+")
_EDGE: Final = re.compile(r"^\W+|\W+$")
_BESIDE: Final = 16
"""Punctuation and spaces that may stand between a quote and the neighbour that the editor named."""


class Neighbours(NamedTuple):
    """What stands before and after the meant passage, in normal form without punctuation at the edges."""

    before: str
    after: str


def neighbours(before: str, after: str) -> Neighbours:
    """The neighbours as an editor wrote them, ready to be compared."""
    return Neighbours(_EDGE.sub("", normalised(before)), _EDGE.sub("", normalised(after)))


def places(text: str, sought: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Where `sought` begins in `text[start:end]` without cutting a word at either edge, in order."""
    left = _EFFORT
    limit = len(text) if end is None else end
    where = text.find(sought, start, limit)
    while where >= 0 and left > 0:
        if is_whole(text, where, where + len(sought)):
            yield where
        left -= len(sought)
        where = text.find(sought, where + 1, limit)


def only_place(haystack: Haystack, quote: str) -> Span | None:
    """Where the very characters stand, if a quick look shows that the quote can stand nowhere else."""
    start = haystack.text.find(quote) if quote else -1
    end = start + len(quote)
    if start < 0 or not is_whole(haystack.text, start, end) or not _stands_once(haystack, quote):
        return None
    return Span(start, end)


def _stands_once(haystack: Haystack, quote: str) -> bool:
    """Of a quote that does stand there: whether it can stand nowhere else in any form."""
    if haystack.is_prepared and haystack.letters is not None:
        return haystack.letters.has_once(quote)
    # One of its longest words occurs nowhere else in the article: that needs no other form of it.
    anchors = sorted(set(_WORD.findall(quote)), key=lambda word: (-len(word), word))[:_ANCHORS]
    return any(haystack.text.count(word) == quote.count(word) for word in anchors) and not haystack.has_broken_words


def spans(haystack: Haystack, sought: tuple[str, ...], near: Neighbours | None = None) -> list[Span]:
    """Up to two stretches of the stored text where a quote stands, by the first of its readings that does."""
    for reading in sought:
        found = _spans(haystack, reading, near)
        if found:
            return found
    return []


def _spans(haystack: Haystack, reading: str, near: Neighbours | None) -> list[Span]:
    found: list[Span] = []
    for form in haystack.forms(reading):
        standing = (form.stored(at, at + len(reading)) for at in _between(form, reading, near))
        fresh = (span for span in standing if all(span.end <= old.start or old.end <= span.start for old in found))
        found += list(islice(fresh, _ENOUGH))
        if len(found) == 1 and _stands_once(haystack, reading):
            break
    return sorted(found)[:_ENOUGH]


def _between(form: Form, reading: str, near: Neighbours | None) -> Iterator[int]:
    return (
        at
        for at in places(form.text, reading)
        if near is None or stands_between(near, form.text, at, at + len(reading))
    )


def stands_between(near: Neighbours, text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]`, of a text in normal form, has these neighbours on both sides."""
    before = _EDGE.sub("", text[max(0, start - len(near.before) - _BESIDE) : start])
    after = _EDGE.sub("", text[end : end + len(near.after) + _BESIDE])
    return before.endswith(near.before) and after.startswith(near.after)
