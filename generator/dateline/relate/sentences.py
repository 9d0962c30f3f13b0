"""A text to its sentences, each with its place, by the abbreviations and openings of several languages."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_LISTS: Final = Path(__file__).parent / "sentence_marks"
_PARAGRAPH: Final = re.compile(r"\n[^\S\n]*\n\s*")
_CLOSERS: Final = "\"'’”»›)\\]}』」"
_OPENERS: Final = "\"'‘“„«‹(\\[{¿¡—–\\-"
# A sign of Chinese and Japanese ends a sentence by itself, every other only before white space.
_STOPS: Final = ".!?…؟۔।॥։።"
_STOP: Final = re.compile(rf"[。！？｡]+[{_CLOSERS}]*|(?<![{_STOPS}])[{_STOPS}]++[{_CLOSERS}]*+(?=\s|$)")
"""Whole runs only: begun anew within one, a run that ends nothing would take its length squared."""
_NEXT_WORD: Final = re.compile(rf"[{_OPENERS}\s]*+([^\W_]+)")
_LAST_WORD: Final = re.compile(r"[^\s\"'‘’“”„«»‹›()\[\]{}—–]+$")
_DOTTED: Final = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_DAY: Final = re.compile(r"\d{1,2}")
_WIDEST: Final = 60
"""Characters looked at on each side of a stop; no word that decides is longer."""


class Sentence(NamedTuple):
    """A sentence in the text it was found in."""

    text: str
    """Exactly as it stands there, without white space at its ends."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last character."""


@lru_cache(maxsize=8)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences in order; a blank line always ends one, a single line break never does."""
    return tuple(found for start, end in _paragraphs(text) for found in _in_paragraph(text, start, end))


def sentence_at(text: str, offset: int) -> str:
    """The sentence that holds the character at an offset, on one line; the text itself where there is none."""
    # Asked for many offsets of one text in a row: the last texts' sentences are kept.
    found = sentences(text)
    after = bisect_right(found, offset, key=lambda sentence: sentence.end)
    return " ".join((found[after].text if after < len(found) else text).split())


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Sentence]:
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, stop, end):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    inner = text[start:end].strip()
    if inner:
        first = text.index(inner, start)
        yield Sentence(inner, first, first + len(inner))


def _ends(text: str, stop: re.Match[str], end: int) -> bool:
    following = _NEXT_WORD.match(text, stop.end(), min(end, stop.end() + _WIDEST))
    if following is None or stop.group()[0] in "。！？｡":
        return True
    word = following[1]
    # "Really?" he asked. Scripts without capitals begin sentences with any letter.
    if word[0].islower():
        return False
    before = _LAST_WORD.search(text[max(0, stop.start() - _WIDEST) : stop.start()])
    return stop.group() != "." or before is None or not _is_abbreviation(before.group(), word)


def _is_abbreviation(word: str, following: str) -> bool:
    plain = word.casefold()
    if _DAY.fullmatch(word):
        return following.casefold() in _marks("months")
    if plain in _marks("titles") or (len(word) == 1 and word.isupper()):
        return True
    return (plain in _marks("shortened") or _DOTTED.fullmatch(word) is not None) and not _opens(following)


def _opens(word: str) -> bool:
    return word.casefold() in _marks("openings")


@cache
def _marks(name: str) -> frozenset[str]:
    lines = (_LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines for word in line.split("#")[0].split())
