"""A quote and the passage it was found at to the names of the normalisations that this took."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from dateline.relate.quoting.markdown import read_form
from dateline.relate.quoting.normalise import DASHES, INVISIBLE, QUOTES, normalised

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_INVISIBLE: Final = re.compile(f"[{INVISIBLE}]+")
_QUOTES: Final = str.maketrans(QUOTES)
_DASHES: Final = str.maketrans(DASHES)

_KINDS: Final[Mapping[str, Callable[[str], str]]] = {
    "invisible-characters": lambda text: _INVISIBLE.sub("", text),
    "composed-letters": lambda text: unicodedata.normalize("NFC", text),
    "quotation-marks": lambda text: text.translate(_QUOTES),
    "dashes": lambda text: re.sub("--+", "-", text.translate(_DASHES)),
    "dots": lambda text: text.replace("…", "..."),
    "white-space": lambda text: re.sub(r"\s+", " ", text).strip(),
}
MARKDOWN: Final = "markdown"

DIFFERENCES: Final = (*_KINDS, MARKDOWN)
"""What may differ between a quote and its passage, by the names that a match lists, in the order it lists them."""


def differences(quote: str, passage: str) -> tuple[str, ...]:
    """The normalisations without any one of which these two would not be the same, in the order of `DIFFERENCES`."""
    if quote == passage:
        return ()
    if normalised(quote) == normalised(passage):
        return _needed(quote, passage)
    quote, passage = read_form(quote, is_quote=True).text, read_form(passage).text
    # A passage cut out of emphasis keeps half of its marks: then the marks are all that can be named.
    return (*(_needed(quote, passage) if normalised(quote) == normalised(passage) else ()), MARKDOWN)


def _needed(quote: str, passage: str) -> tuple[str, ...]:
    return tuple(name for name in _KINDS if _all_but(name, quote) != _all_but(name, passage))


def _all_but(left_out: str, text: str) -> str:
    for name, kind in _KINDS.items():
        if name != left_out:
            text = kind(text)
    return text
