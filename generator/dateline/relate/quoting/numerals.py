"""Words to the number among them, in digits or spelt out, by lists kept as data."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from dateline.relate.quoting.lists import any_of, listed, listed_in_any, primary

_ROMAN: Final = re.compile(
    r"\b(?=[IVX]{2}|[IVXLCDM]{3})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![^\W\d_])"
)
"""Roman numerals of capitals: of two letters those that are neither initials nor a town's, so of I, V and X alone."""
_LISTS: Final = Path(__file__).parent / "numerals"


def has_number(words: str, language: str) -> bool:
    """Whether there is one, in English or in a language by its BCP 47 tag; one without a list may count in any."""
    has_digit = any(character.isnumeric() for character in words) or _ROMAN.search(words) is not None
    return has_digit or _pattern(primary(language)).search(words) is not None


@cache
def _pattern(language: str) -> re.Pattern[str]:
    own = listed(_LISTS, language)
    return any_of([*listed(_LISTS, "en"), *own] if own else listed_in_any(_LISTS))
