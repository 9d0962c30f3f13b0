"""A list kept as data beside this module to its entries."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

_LISTS: Final = Path(__file__).parent / "lists"


@cache
def entries(name: str) -> tuple[str, ...]:
    """The lines of a list, in its order, without comments and headings."""
    return tuple(entry for _, section in sections(name) for entry in section)


@cache
def folded(name: str) -> frozenset[str]:
    """The lines of a list, for comparing without case."""
    return frozenset(entry.casefold() for entry in entries(name))


@cache
def sections(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The lines of a list under each `[heading]`, in its order."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in (_LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        entry = line.strip()
        if entry.startswith("[") and entry.endswith("]"):
            heading = entry[1:-1]
        elif entry and not entry.startswith("#"):
            found.setdefault(heading, []).append(entry)
    return tuple((key, tuple(lines)) for key, lines in found.items())
