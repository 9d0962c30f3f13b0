"""How large an input may be: the limits of reading, and sizes as people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Protocol

UNITS: Final = {"B": 1, "KIB": 1024, "MIB": 1024**2, "GIB": 1024**3}
SIZE: Final = re.compile(r"(\d+)\s*([KMG]iB|B)?", re.IGNORECASE)


class Bounds(Protocol):
    """Anything that says how large an input may be."""

    @property
    def file(self) -> int:
        """Size of one file, in bytes."""

    @property
    def nesting(self) -> int:
        """Levels of YAML within YAML."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """How large an input may be, unless a desk says otherwise."""

    file: int = 2 * 1024**2
    """Size of one file, in bytes."""
    nesting: int = 64
    """Levels of YAML within YAML."""


def parse_size(text: str) -> int:
    """Bytes in a size such as `2 MiB`, `512 KiB` or `4096`; ValueError for anything else."""
    match = SIZE.fullmatch(text.strip())
    if not match:
        raise ValueError(f"“{text}” is not a size; write it like 2 MiB")
    return int(match[1]) * UNITS[(match[2] or "B").upper()]


def size_in_words(size: int) -> str:
    """A number of bytes in the largest unit that it fills, such as `2.1 MiB`."""
    for unit, name in ((1024**3, "GiB"), (1024**2, "MiB"), (1024, "KiB")):
        if size >= unit:
            return f"{size / unit:.4g} {name}"
    return f"{size} B"
