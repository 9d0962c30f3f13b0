"""Words left out of a quote to the one among them that turns its meaning round, by lists kept as data."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.relate.quoting.lists import any_of, listed, listed_in_any, primary

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_LISTS: Final = Path(__file__).parent / "negation"
_TRIED: Final = frozenset({"", "en", "ru"})
_ELSEWHERE: Final = frozenset(
    [
        "ani",
        "ej",
        "mai",
        "mal",
        "nee",
        "nic",
        "noch",
        "nul",
        "per",
        "salvo",
        "statt",
        "utan",
        "vals",
        "*mam",
        "*mama*",
        "*masa*",
        "*medi*",
        "*mem",
        "*meme*",
        "*mese*",
        "*mez*",
        "*maz*",
        "бе",
        "на",
        "рад",
    ]
)
"""Entries that say no in one language, and something else, or nothing, in English or Russian: "a salvo", "media"."""


def has_list(language: str) -> bool:
    """Whether negations are known for a BCP 47 language tag; of an unknown language, which is "", those of all are."""
    return _pattern(primary(language)) is not None


def negation_in(text: str, language: str) -> str | None:
    """The first negation or reversal in a text in normal form; KeyError for a language that has no list."""
    pattern = _pattern(primary(language))
    if pattern is None:
        raise KeyError(language)
    found = pattern.search(text) or _beside(primary(language)).search(text)
    return found.group() if found else None


@cache
def _beside(language: str) -> re.Pattern[str]:
    """What says no where an article is in another language than its tag says, as far as no word of its own does.

    In English and Russian texts the negations of all languages are known to say nothing else; in another language
    those of English are looked for, and of all that are written in another script.
    """
    if language in _TRIED:
        return any_of(_listed_in_any())
    own = _scripts(listed(_LISTS, language))
    return any_of([*listed(_LISTS, "en"), *(word for word in _listed_in_any() if not own & _scripts([word]))])


def _scripts(words: Iterable[str]) -> set[str]:
    return {unicodedata.name(letter).split()[0] for word in words for letter in word if letter.isalpha()}


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    words = listed(_LISTS, language) if language else _listed_in_any()
    return any_of(words) if words else None


def _listed_in_any() -> list[str]:
    """The negations of every language but for those that are something else elsewhere."""
    return [word for word in listed_in_any(_LISTS) if word not in _ELSEWHERE]
