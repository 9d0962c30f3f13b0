"""A stored text to its letters and digits alone: a quick look at what its reader cannot find there."""

from __future__ import annotations

import re
import string
from typing import Final

_SIGNS: Final = bytes(code for code in range(128) if chr(code) not in string.ascii_letters + string.digits)
_ENTITY: Final = re.compile(r"&#?\w{1,32};")
_UNSURE: Final = ("[^", "][", "]:", "![")
"""Footnotes, definitions and images put or hide letters, as do entities and the numbers of lists."""
_NUMBERED: Final = re.compile(r"\n[ \t>]*\d{1,9}[.)][ \t]")
_LINK: Final = re.compile(r"\[[^\[\]]*\](?=\()")
_TARGET: Final = re.compile(r"\]\([^()\s<>]*\)")


def letters(text: str) -> bytes:
    """What is left of a text in normal form without spaces, ASCII punctuation and marks, in UTF-8."""
    return text.encode("utf-8", "surrogatepass").translate(None, _SIGNS)


def seen_letters(stored: str, plain: str) -> bytes | None:
    """The letters that a reader of some Markdown sees, in order; None where that takes reading it.

    `plain` is the normal form of the stored text.
    """
    if (
        any(sign in stored for sign in _UNSURE)
        or ("&" in stored and _ENTITY.search(stored))
        or _NUMBERED.search(f"\n{stored}")
    ):
        return None
    links = plain.count("](")
    if not links:
        return letters(plain)
    if "\\" in plain or "`" in plain or len(_LINK.findall(plain)) != links:
        return None
    seen, count = _TARGET.subn("]", plain)
    return letters(seen) if count == links else None
