"""A file that was imported to the copy of it that is kept beside its article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

_SPOKEN_FOR: Final = frozenset({".md", ".yaml", ".yml", ""})
"""Endings of files that a desk reads itself."""
_LONGEST: Final = 16


@dataclass(frozen=True, kw_only=True, slots=True)
class Original:
    """A stored original, as `original:` in an article's front matter names it."""

    file: str
    """Its name, beside the article."""
    sha256: str
    """64 hexadecimal digits."""
    data: bytes


def original(data: bytes, name: str, article: str) -> Original:
    """The bytes of a file named `name`, to be kept beside the article called `article`, to the letter."""
    ending = PurePath(name).suffix.lower()
    if ending in _SPOKEN_FOR or not ending[1:].isalnum() or len(ending) > _LONGEST:
        ending = ".txt"
    return Original(file=f"{article}.original{ending}", sha256=hashlib.sha256(data).hexdigest(), data=data)
