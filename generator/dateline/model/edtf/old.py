"""EDTF as it was written before 2019 to today's spelling of the same date."""

from __future__ import annotations

import re

from dateline.model.edtf.fault import WhenError
from dateline.model.edtf.read import LONGEST, read

_WORDS = (
    (re.compile(r"\bopen\b", re.IGNORECASE), ".."),
    (re.compile(r"^unknown$", re.IGNORECASE), "XXXX"),
    (re.compile(r"\bunknown\b", re.IGNORECASE), ""),
)
_SIGNS = (
    (re.compile(r"\?~|~\?"), "%"),
    (re.compile(r"[uUx]"), "X"),
    (re.compile(r"y(?=-?[0-9])"), "Y"),
    (re.compile(r"(?<=[0-9])e(?=[0-9])"), "E"),
    (re.compile(r"(?<=[0-9])p(?=[0-9])"), "S"),
    (re.compile(r"(?<=[0-9])t(?=[0-9])"), "T"),
    (re.compile(r"(?<=[0-9])z$"), "Z"),
    (re.compile(r"\(([0-9X]{2,4})\)([?~%])"), r"\2\1"),
    (re.compile(r"\(([0-9X]{2})-([0-9X]{2})\)([?~%])"), r"\3\1-\3\2"),
)
_HEMISPHERE = re.compile(r"-2([1-4])\^(northern|southern)Hemisphere")
_FIRST_BEFORE_SPRING = {"northern": 24, "southern": 28}
_OPEN = ".."


def modern_spelling(text: str) -> str | None:
    """Today's spelling of an old text (`199u`, `open`, `2004-06-(11)~`), or None when it is no old text either."""
    if len(text) > LONGEST:
        return None
    rewritten = _HEMISPHERE.sub(_season, text)
    for pattern, today in (*_WORDS, *_SIGNS):
        rewritten = pattern.sub(today, rewritten)
    if rewritten == text or not (rewritten == _OPEN or _is_edtf(rewritten)):
        return None
    return rewritten


def first_difference(text: str, other: str) -> int:
    """Characters that two texts begin with alike."""
    pairs = enumerate(zip(text, other, strict=False))
    return next((position for position, (one, two) in pairs if one != two), min(len(text), len(other)))


def _season(found: re.Match[str]) -> str:
    return f"-{_FIRST_BEFORE_SPRING[found[2]] + int(found[1])}"


def _is_edtf(text: str) -> bool:
    try:
        read(text)
    except WhenError:
        return False
    return True
