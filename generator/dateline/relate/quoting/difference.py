"""A quote and a passage to what has to change in the quote, word by word, for a terminal or a page to colour."""

from __future__ import annotations

import enum
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from dateline.relate.quoting.normalise import normalised

_MOST_WORDS: Final = 2_000


class Change(enum.StrEnum):
    """What happens to some words on the way from a quote to a passage."""

    EQUAL = "equal"
    REMOVED = "removed"
    ADDED = "added"


class Piece(NamedTuple):
    """Some words of a quote, or of the passage it is compared with."""

    change: Change
    words: str
    """As they are written there, joined by single spaces."""


def difference(quote: str, passage: str) -> tuple[Piece, ...]:
    """The pieces in order: `removed` stands only in the quote, `added` only in the passage; typography is ignored."""
    mine, theirs = quote.split(), passage.split()
    if max(len(mine), len(theirs)) > _MOST_WORDS:
        return _pieces(Change.REMOVED, mine) + _pieces(Change.ADDED, theirs)
    pieces: tuple[Piece, ...] = ()
    for step in Indel.opcodes([normalised(word) for word in mine], [normalised(word) for word in theirs]):
        kept = step.tag == "equal"
        pieces += _pieces(Change.EQUAL if kept else Change.REMOVED, mine[step.src_start : step.src_end])
        pieces += () if kept else _pieces(Change.ADDED, theirs[step.dest_start : step.dest_end])
    return pieces


def _pieces(change: Change, words: list[str]) -> tuple[Piece, ...]:
    return (Piece(change, " ".join(words)),) if words else ()
