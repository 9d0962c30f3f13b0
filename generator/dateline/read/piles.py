"""A text to the first letter in it that carries more marks than any script puts on one."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import Final

MOST: Final = 64
"""Marks on one letter: no language needs 30 (Unicode Annex 15), and to put a run of them in order takes the square of
its length, in Python as in a browser."""
_ODD: Final = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST},}}")


def pile_in(text: str) -> tuple[int, int] | None:
    """Where the marks begin, in characters, and how many there are; None where no letter has too many."""
    if text.isascii():
        return None
    for odd in _ODD.finditer(text):
        start = odd.start()
        for is_mark, run in groupby(odd[0], lambda char: unicodedata.combining(char) > 0):
            count = sum(1 for _ in run)
            if is_mark and count >= MOST:
                return start, count
            start += count
    return None
