"""Two wordings to what has to change in the first, word by word, for a terminal or a page to colour."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

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
    return _compared(quote.split(), passage.split(), normalised)


def word_changes(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces in order, where each sign counts: `removed` stands only in the first text, `added` in the second."""
    return _compared(before.split(), after.split(), str)


def replacements(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The stretches of two lists that differ, in order: what stood in the first, what stands in the second."""
    from rapidfuzz.distance import Indel

    gone = come = 0
    for block in Indel.opcodes(before, after):
        if block.tag != "equal":
            continue
        if block.src_start > gone or block.dest_start > come:
            yield before[gone : block.src_start], after[come : block.dest_start]
        gone, come = block.src_end, block.dest_end
    if gone < len(before) or come < len(after):
        yield before[gone:], after[come:]


def _compared(mine: list[str], theirs: list[str], form: Callable[[str], str]) -> tuple[Piece, ...]:
    if max(len(mine), len(theirs)) > _MOST_WORDS:
        return _pieces(Change.REMOVED, mine) + _pieces(Change.ADDED, theirs)
    from rapidfuzz.distance import Indel

    pieces: tuple[Piece, ...] = ()
    for step in Indel.opcodes([form(word) for word in mine], [form(word) for word in theirs]):
        kept = step.tag == "equal"
        pieces += _pieces(Change.EQUAL if kept else Change.REMOVED, mine[step.src_start : step.src_end])
        pieces += () if kept else _pieces(Change.ADDED, theirs[step.dest_start : step.dest_end])
    return pieces


def _pieces(change: Change, words: list[str]) -> tuple[Piece, ...]:
    return (Piece(change, " ".join(words)),) if words else ()
