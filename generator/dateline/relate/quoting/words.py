"""A stretch of a text to whether it begins and ends where words and numbers do."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from dateline.relate.quoting.normalise import INVISIBLE

_BESIDE: Final = 32
"""Characters looked at on each side; no run of marks within a word is longer."""

_UNSEEN: Final = re.compile(rf"[{INVISIBLE}*_\\]+")
_MARKS: Final = re.compile(rf"[{INVISIBLE}*_\\`~\"]+")
_QUOTED: Final = re.compile(r"'(?=\w)(?!\w{1,2}\b)")
"""An apostrophe that begins a word in quotation marks, and not the end of one as in "[the mayor]'s"."""
_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts that write no spaces between words."""
_IN_NUMBER: Final = ".,:/-"


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word or number is cut at either edge of `text[start:end]`."""
    before = _UNSEEN.sub("", text[max(0, start - _BESIDE) : start])[-2:]
    after = _UNSEEN.sub("", text[end : end + _BESIDE])[:3]
    return not (_cuts_start(before, text[start]) or _cuts_end(text[end - 1], after))


def touches_word(brackets: re.Match[str]) -> bool:
    """Whether brackets, with or without marks between, touch a word, or hold a piece that is to be joined to one."""
    text, words = brackets.string, brackets.group()[1:-1].strip()
    before = _MARKS.sub("", text[max(0, brackets.start() - _BESIDE) : brackets.start()])[-1:]
    after = _QUOTED.sub("", _MARKS.sub("", text[brackets.end() : brackets.end() + _BESIDE]), count=1)[:1]
    return "-" in (words[:1], words[-1:]) or _is_joined(before, words[:1]) or _is_joined(after, words[-1:])


def _is_joined(outside: str, inside: str) -> bool:
    if _UNSPACED.match(outside) and _UNSPACED.match(inside):
        return False
    return outside.isalnum() or outside in {"[", "]"} or bool(outside and unicodedata.combining(outside))


def _cuts_start(before: str, first: str) -> bool:
    if not before:
        return False
    if unicodedata.combining(first):
        return True
    if first.isdigit() and before[-1] in _IN_NUMBER:
        return before[-1] == "-" or before[:-1].isdigit()
    return _is_spelt(before[-1]) and _is_spelt(first)


def _cuts_end(last: str, after: str) -> bool:
    if not after:
        return False
    if unicodedata.combining(after[0]):
        return True
    if last.isdigit() and after[0] in _IN_NUMBER:
        return after[1:2].isdigit()
    # "can" is not what "can't" says.
    return (_is_spelt(last) and _is_spelt(after[0])) or _is_contracted_not(last, after)


def _is_contracted_not(last: str, after: str) -> bool:
    return last in "nN" and after[0] in "'’" and after[1:2] in {"t", "T"} and not after[2:3].isalpha()


def _is_spelt(character: str) -> bool:
    # Only scripts with capitals: Arabic and Hebrew join particles to words, Chinese and Thai write no spaces.
    return character.isdigit() or character.lower() != character.upper()
