"""Text as it was typed or scraped to lines with single spaces and without invisible characters."""

from __future__ import annotations

import re
from typing import Final

# Joiners (U+200C, U+200D) stay: Persian and Hindi are misspelt without them.
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_LINE_BREAK: Final = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028")
_SPACES: Final = re.compile(r"[^\S\n]+")
_PARAGRAPH_BREAK: Final = re.compile(r"\n{3,}|\u2029")

_WRAPPED_LINE: Final = range(40, 101)
"""Characters of a full line in a text that was broken by a mail program or a typewriter's habit."""
_SENTENCE_END: Final = re.compile(r"[.!?…:؟۔。！？][\"'’”»)\]]*$")


def tidied(text: str) -> str:
    """Each run of white space within a line as one space, at most one blank line between paragraphs."""
    text = _LINE_BREAK.sub("\n", text)
    text = _SPACES.sub(" ", _CONTROL.sub("", _INVISIBLE.sub("", text)))
    text = "\n".join(line.strip() for line in text.split("\n"))
    return _PARAGRAPH_BREAK.sub("\n\n", text).strip()


def one_line(text: str) -> str:
    """A title or a name, tidied, on one line."""
    return " ".join(tidied(text).split())


def blocks(text: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a tidied text by block, what blank lines separate; a wrapped paragraph is one line."""
    split = [tuple(block.split("\n")) for block in text.split("\n\n") if block]
    return tuple((" ".join(block),) for block in split) if _is_wrapped(split) else tuple(split)


def _is_wrapped(split: list[tuple[str, ...]]) -> bool:
    full = [line for block in split for line in block[:-1]]
    if not full:
        return False
    fitting = sum(len(line) in _WRAPPED_LINE for line in full)
    ending = sum(_SENTENCE_END.search(line) is not None for line in full)
    return fitting > 0.7 * len(full) and ending < 0.5 * len(full)
