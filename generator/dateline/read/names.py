"""A file's or folder's name to whether it can stand there, and the one that was probably meant."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

RECORDS: Final = ("actors", "sources")
SINGLE: Final = ("topics.yaml", "questions.yaml")
BRIEF: Final = "brief.yaml"
YEAR: Final = re.compile(r"[0-9]{4}|undated")
ID: Final = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
LONGEST_ID: Final = 100
ARTICLE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
# A slip of one or two letters in names as short as these.
LIKE: Final = 0.75
ENDINGS: Final = {".yml": ".yaml", ".yaml": ".yaml", ".md": ".md", ".markdown": ".md", ".mdown": ".md"}
"""Endings in lower case, and what each should be."""


def is_id(name: str) -> bool:
    """Whether a name without its ending can be an id."""
    return len(name) <= LONGEST_ID and ID.fullmatch(name) is not None


def proposed_id(name: str) -> str:
    """The id that comes nearest to a name; empty where no letter of it can stay."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-")


def split(name: str) -> tuple[str, str]:
    """A name and its ending, which begins with a dot; a name without one has an empty ending."""
    stem, dot, ending = name.rpartition(".")
    return (stem, dot + ending) if stem else (name, "")


def with_right_ending(name: str) -> str:
    """A name whose ending is written as dateline wants it, such as `.yaml` for `.yml`."""
    stem, ending = split(name)
    return stem + ENDINGS.get(ending.lower(), ending)


def meant(name: str, wanted: Iterable[str]) -> str | None:
    """Which of the wanted names this one is a slip of, or None."""
    near = difflib.get_close_matches(with_right_ending(name).lower(), list(wanted), n=1, cutoff=LIKE)
    return near[0] if near else None
