"""A stored text to its letters and digits alone: a quick look at where its reader may find a quote, and how often."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from typing import Final

from dateline.relate.quoting.form import Edit, Form, Span, rewrite

_SIGNS: Final = bytes(code for code in range(128) if chr(code) not in string.ascii_letters + string.digits)
_ENTITY: Final = re.compile(r"&#?\w{1,32};")
_UNSURE: Final = ("[^", "][", "]:", "![", "`")
"""Footnotes, definitions, images and code put or hide letters, as do entities and the numbers of lists."""
_NUMBERED: Final = re.compile(r"\n[ \t>]*\d{1,9}[.)][ \t]")
_LINK: Final = re.compile(r"\[[^\[\]]*\](?=\()")
_TARGET: Final = re.compile(r"\](\([^()\s<>]*\))")


@dataclass(frozen=True, kw_only=True, slots=True)
class Letters:
    """What is left of a text without spaces, signs and marks: a quote's letters stand there wherever the quote does."""

    form: Form
    """The normal form of the text, without the targets of its links."""
    all: bytes
    """The letters of `form`, in order, in UTF-8."""

    def has(self, words: str) -> bool:
        """Whether the letters of some words in normal form stand there."""
        return letters(words) in self.all

    def has_once(self, words: str) -> bool:
        """Whether they stand there at one place alone; what has no letters may stand anywhere."""
        wanted = letters(words)
        return bool(wanted) and self.all.count(wanted) == 1

    def place(self, words: str) -> Span:
        """The stretch of the stored text with the letters of some words that stand there, first place."""
        wanted = letters(words)
        first = self.all.find(wanted)
        return self.form.stored(self._character(first), self._character(first + len(wanted) - 1) + 1)

    def _character(self, letter: int) -> int:
        """Where in the form the letter with this number stands, found by halving."""
        low, high, known = 0, len(self.form.text) - 1, 0
        while low < high:
            middle = (low + high + 1) // 2
            before = known + len(letters(self.form.text[low:middle]))
            if before <= letter:
                low, known = middle, before
            else:
                high = middle - 1
        return low


def letters(text: str) -> bytes:
    """What is left of a text in normal form without spaces, ASCII punctuation and marks, in UTF-8."""
    return text.encode("utf-8", "surrogatepass").translate(None, _SIGNS)


def seen_letters(stored: str, plain: Form) -> Letters | None:
    """The letters that a reader of some Markdown sees; None where that takes reading it.

    `plain` is the normal form of the stored text.
    """
    entity = "&" in stored and _ENTITY.search(stored)
    if entity or any(sign in stored for sign in _UNSURE) or _NUMBERED.search(f"\n{stored}"):
        return None
    links = plain.text.count("](")
    targets = [Edit(*found.span(1), "") for found in _TARGET.finditer(plain.text)] if links else []
    if links and ("\\" in stored or len(_LINK.findall(plain.text)) != links or len(targets) != links):
        return None
    form = rewrite(plain.text, targets, plain) if targets else plain
    return Letters(form=form, all=letters(form.text))
