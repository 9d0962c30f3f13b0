"""Words left out of a quote to the one among them that turns its meaning round, by lists kept as data."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

_LISTS: Final = Path(__file__).parent / "negation"
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")


def has_list(language: str) -> bool:
    """Whether negations are known for a BCP 47 language tag."""
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
    file = _LISTS / f"{language}.txt"
    if not _LANGUAGE.fullmatch(language) or not file.is_file():
        return None
    lines = (line.split("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
    entries = "|".join(_entry(line) for line in lines if line)
    return re.compile(rf"(?<!\w)(?:{entries})(?!\w)", re.IGNORECASE)


def _entry(line: str) -> str:
    return re.escape(line).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
