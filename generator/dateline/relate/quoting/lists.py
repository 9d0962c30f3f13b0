"""Lists of words kept as data, one file for each language, to what finds one of them in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")


def primary(language: str) -> str:
    """The language itself of a BCP 47 tag."""
    return re.split("[-_]", language.strip().lower(), maxsplit=1)[0]


def listed(folder: Path, language: str) -> list[str]:
    """The entries for a language in their order; none where there is no list."""
    file = folder / f"{language}.txt"
    if not _LANGUAGE.fullmatch(language) or not file.is_file():
        return []
    lines = (line.split("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def listed_in_any(folder: Path) -> list[str]:
    """The entries for every language, English first."""
    others = (word for file in sorted(folder.glob("*.txt")) for word in listed(folder, file.stem))
    return list(dict.fromkeys([*listed(folder, "en"), *others]))


def any_of(entries: Iterable[str]) -> re.Pattern[str]:
    """What finds one of some entries as whole words; in them * stands for any letters."""
    found = "|".join(re.escape(entry).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for entry in dict.fromkeys(entries))
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE)
