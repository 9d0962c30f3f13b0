"""Words left out of a quote to the one among them that turns its meaning round, by lists kept as data."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

_LISTS: Final = Path(__file__).parent / "negation"
_ENGLISH_TOO: Final = frozenset(
    [
        "ani",
        "ej",
        "mai",
        "mal",
        "nee",
        "nic",
        "nie",
        "noch",
        "non",
        "nul",
        "per",
        "salvo",
        "sem",
        "sin",
        "statt",
        "utan",
        "vals",
    ]
)
"""Words that say no in another language, and something else, or nothing, in English: "non-stop", "a salvo"."""
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")


def has_list(language: str) -> bool:
    """Whether negations are known for a BCP 47 language tag; of an unknown language, which is "", those of all are."""
    return _pattern(_primary(language)) is not None


def negation_in(text: str, language: str) -> str | None:
    """The first negation or reversal in a text in normal form; KeyError for a language that has no list."""
    pattern = _pattern(_primary(language))
    if pattern is None:
        raise KeyError(language)
    found = pattern.search(text)
    return found.group() if found else None


def _primary(language: str) -> str:
    return re.split("[-_]", language.strip().lower(), maxsplit=1)[0]


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    words = dict.fromkeys(_words(language)) if language else _words_of_any()
    if not words:
        return None
    entries = "|".join(_entry(word) for word in words)
    return re.compile(rf"(?<!\w)(?:{entries})(?!\w)", re.IGNORECASE)


def _words(language: str) -> list[str]:
    file = _LISTS / f"{language}.txt"
    if not _LANGUAGE.fullmatch(language) or not file.is_file():
        return []
    lines = (line.split("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def _words_of_any() -> dict[str, None]:
    """The negations of every language but for those that are something else in English."""
    english = _words("en")
    others = (word for file in sorted(_LISTS.glob("*.txt")) for word in _words(file.stem))
    return dict.fromkeys([*english, *(word for word in others if word not in _ENGLISH_TOO)])


def _entry(line: str) -> str:
    return re.escape(line).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
