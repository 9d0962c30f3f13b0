"""A text to its normal form: what two texts have in common when only typesetting tells them apart."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from dateline.relate.quoting.form import Edit, Form, rewrite

if TYPE_CHECKING:
    from collections.abc import Iterator

NORMALISATION: Final = "dateline-2"
"""Changes whenever the same two texts could compare differently, so that a record can say what it was made with."""

INVISIBLE: Final = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
"""Soft hyphens, zero-width characters and marks of direction, but for overrides, which show other words."""

QUOTES: Final = dict.fromkeys("‘’‚‛‹›′‵ʼ´", "'") | dict.fromkeys("“”„‟«»″‶〝〞＂", '"')
DASHES: Final = dict.fromkeys("‐‑‒–—―−⸺⸻﹘﹣－", "-")
_ASCII_SPACES: Final = dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f", " ")
SPACES: Final = dict.fromkeys(
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
    " ",
)
ELLIPSIS: Final = "…"
_PLAIN: Final = _ASCII_SPACES | SPACES | QUOTES | DASHES
_DROPPED: Final = re.compile(f"[{INVISIBLE}]+")
_LENGTHS: Final = (
    ("  ", re.compile("  +"), " "),
    ("--", re.compile("--+"), "-"),
    (ELLIPSIS, re.compile(ELLIPSIS), "..."),
)
_WORD: Final = re.compile(r"\S+")


def normal_form(text: str, parent: Form | None = None) -> Form:
    """The normal form of a stored text, or of what `parent` made of it."""
    form = parent
    if not text.isascii():
        form = _without_invisible(text, form)
        form = _composed(form.text, form)
        text = form.text
    plain = _plain_marks(text)
    return rewrite(plain, _of_other_length(plain), form)


def normalised(text: str) -> str:
    """The normal form of a quote, without white space at its ends."""
    return normal_form(text).text.strip()


def _without_invisible(text: str, parent: Form | None) -> Form:
    if not any(mark in text for mark in INVISIBLE):
        return rewrite(text, (), parent)
    return rewrite(text, (Edit(*found.span(), "") for found in _DROPPED.finditer(text)), parent)


def _composed(text: str, parent: Form) -> Form:
    if unicodedata.is_normalized("NFC", text):
        return parent
    words = (word for word in _WORD.finditer(text) if not unicodedata.is_normalized("NFC", word.group()))
    edits = (edit for word in words for edit in _compositions(word.group(), word.start()))
    return rewrite(text, edits, parent)


def _compositions(word: str, offset: int) -> Iterator[Edit]:
    start = 0
    for end in range(1, len(word) + 1):
        if end < len(word) and _joins(word[max(start, end - 2) : end], word[end]):
            continue
        cluster = word[start:end]
        if not unicodedata.is_normalized("NFC", cluster):
            yield Edit(offset + start, offset + end, unicodedata.normalize("NFC", cluster))
        start = end


def _joins(last: str, following: str) -> bool:
    # Marks always belong to the letter before; a letter of its own only where both become one, as in Hangul.
    if unicodedata.combining(following):
        return True
    return following > "\u0300" and len(unicodedata.normalize("NFC", last + following)) <= len(last)


def _plain_marks(text: str) -> str:
    # A search for each character runs at the speed of memory: a quarter of what one regular expression takes, and a
    # fiftieth of str.translate, which is slow off ASCII.
    for mark, put in (_ASCII_SPACES if text.isascii() else _PLAIN).items():
        text = text.replace(mark, put)
    return text


def _of_other_length(text: str) -> list[Edit]:
    return sorted(
        Edit(*found.span(), put) for sign, pattern, put in _LENGTHS if sign in text for found in pattern.finditer(text)
    )
