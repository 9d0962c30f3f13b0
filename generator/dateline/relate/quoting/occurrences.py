"""A quote and a prepared text to the places where the quote stands, whole words only."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import is_normalized

from dateline.relate.quoting.form import Span
from dateline.relate.quoting.normalise import INVISIBLE, normalised
from dateline.relate.quoting.words import is_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.relate.quoting.form import Form
    from dateline.relate.quoting.haystack import Haystack

_ENOUGH: Final = 2
"""Places after which it is plain that there is more than one."""
_EFFORT: Final = 20_000_000
"""Characters compared before a search that meets nothing but cut words gives up: some tens of milliseconds."""
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
    if start < 0 or not is_whole(haystack.text, start, end) or not _is_composed(haystack.text, start, end):
        return None
    return Span(start, end) if haystack.stands_once(quote) else None


def _is_composed(text: str, start: int, end: int) -> bool:
    """Whether a letter and its mark are one character there, so that one without the other is not found."""
    beside = text[max(0, start - _BESIDE) : end + _BESIDE]
    return beside.isascii() or (is_normalized("NFC", beside) and not any(sign in beside for sign in INVISIBLE))


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
        if len(found) == 1 and haystack.stands_once(reading):
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
