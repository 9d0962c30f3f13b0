"""Words to the number among them, in digits or spelt out, by lists kept as data."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.relate.quoting.lists import any_of, listed, listed_in_any, primary

if TYPE_CHECKING:
    import re

_LISTS: Final = Path(__file__).parent / "numerals"


def has_number(words: str, language: str) -> bool:
    """Whether there is one, in English or in a language by its BCP 47 tag; one without a list may count in any."""
    return any(character.isnumeric() for character in words) or bool(_pattern(primary(language)).search(words))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    own = listed(_LISTS, language)
    return any_of([*listed(_LISTS, "en"), *own] if own else listed_in_any(_LISTS))
