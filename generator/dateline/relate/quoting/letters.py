"""A text to its letters and digits alone: a quick look at whether words may stand there, how often, and where."""

from __future__ import annotations

import string
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dateline.relate.quoting.form import Span
from dateline.relate.quoting.normalise import DASHES, ELLIPSIS, INVISIBLE, QUOTES, SPACES

_SIGNS: Final = bytes(code for code in range(128) if chr(code) not in string.ascii_letters + string.digits)
_WIDE_SIGNS: Final = frozenset(sign for sign in (*QUOTES, *DASHES, *SPACES, ELLIPSIS) if not sign.isascii())
_EVERY_SIGN: Final = (*INVISIBLE, *sorted(_WIDE_SIGNS))
_FIRST_WORDS: Final = 3
"""Of a quote, that mostly stand in the text just so, which is found at once."""
_NEAR: Final = 400
"""Characters of spaces and marks that are expected among the letters of a quote."""


@dataclass(frozen=True, kw_only=True)
class Letters:
    """What is left of a text without spaces, signs and marks: a quote's letters stand there wherever the quote does."""

    text: str
    """As it is stored, or without what no reader of it sees."""

    @cached_property
    def signs(self) -> tuple[str, ...]:
        """Signs beyond ASCII that stand in the text: each that has not to be looked for again saves time."""
        return () if self.text.isascii() else tuple(sign for sign in _EVERY_SIGN if sign in self.text)

    @cached_property
    def all(self) -> bytes:
        """The letters, in order, in UTF-8."""
        return letters(self.text, self.signs)

    def count(self, words: str) -> int:
        """At how many places the letters of some words stand, at most two; two if they have none: anywhere, then."""
        wanted = letters(words)
        first = self.all.find(wanted)
        return 0 if first < 0 else 2 if not wanted or self.all.find(wanted, first + 1) >= 0 else 1

    def place(self, words: str) -> Span | None:
        """The first stretch of the text with the letters of some words that stand there; None where that is unsure.

        With the signs beside it, where the words begin or end with some.
        """
        wanted = letters(words)
        start = self._start(words, wanted)
        # Few signs and marks stand among letters, so that the end is mostly near.
        near = self.text[start : start + 2 * len(words) + _NEAR]
        rest = near if wanted in letters(near, self.signs) else self.text[start:]
        end = start + self._character(rest, len(wanted) - 1) + 1
        while end < len(self.text) and _belongs_before(self.text[end]):
            end += 1
        if letters(self.text[start:end], self.signs) != wanted:
            return None
        return self._beside(Span(start, end), words.strip())

    def _beside(self, place: Span, words: str) -> Span:
        start, end = place
        while not letters(words[0]) and start and not letters(self.text[start - 1]):
            start -= 1
        while not letters(words[-1]) and end < len(self.text) and not letters(self.text[end]):
            end += 1
        return Span(start, end)

    def _start(self, words: str, wanted: bytes) -> int:
        start = self.text.find(" ".join(words.split()[:_FIRST_WORDS]).lstrip(string.punctuation))
        near = self.text[start : start + 2 * len(words) + _NEAR]
        if start >= 0 and letters(near, self.signs).startswith(wanted):
            return start
        return self._character(self.text, self.all.find(wanted))

    def _character(self, text: str, letter: int) -> int:
        """Where in the text, or a part of it, the letter with this number stands, found by halving."""
        low, high, known = 0, len(text) - 1, 0
        while low < high:
            half = middle = (low + high + 1) // 2
            while middle <= high and _belongs_before(text[middle]):
                middle += 1
            before = known + len(letters(text[low:middle], self.signs)) if middle <= high else letter + 1
            if before <= letter:
                low, known = middle, before
            else:
                high = half - 1
        return low


def letters(text: str, signs: tuple[str, ...] = _EVERY_SIGN) -> bytes:
    """What is left of a text's normal form without spaces, ASCII punctuation and marks, in UTF-8.

    `signs` are all those beyond ASCII that may stand in it, the invisible ones first.
    """
    if not text.isascii():
        for sign in signs:
            if sign not in _WIDE_SIGNS and sign in text:
                text = text.replace(sign, "")
        # Before the other signs go: a mark belongs to the letter before only where none of them stands between.
        text = unicodedata.normalize("NFC", text)
        for sign in signs:
            if sign in _WIDE_SIGNS:
                # By something of the same length, which is several times as fast as by nothing.
                text = text.replace(sign, " ")
    return text.encode("utf-8", "surrogatepass").translate(None, _SIGNS)


def _belongs_before(character: str) -> bool:
    return not character.isascii() and (bool(unicodedata.combining(character)) or character in INVISIBLE)
