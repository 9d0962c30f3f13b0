"""Two stored texts of an article to what was put in and taken out; the words only where everybody may read them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.desk.review.change import Change
from dateline.desk.review.wording import difference, paragraphs_changed, unwrapped
from dateline.model.article import Article
from dateline.relate.passages import is_printed
from dateline.relate.quoting.difference import Change as Word
from dateline.relate.quoting.difference import Piece

AROUND: Final = 6
"""Words shown on each side of what changed."""
GAP: Final = "…"


def text_change(before: Article, after: Article) -> Change | None:
    """How the stored text differs, or None where it only wraps otherwise."""
    old, new = unwrapped(before.body), unwrapped(after.body)
    if old == new:
        return None
    passages = [difference(one, other) for one, other in paragraphs_changed(old, new)]
    words = (_count(passages, Word.REMOVED), _count(passages, Word.ADDED))
    shown = is_printed(before) and is_printed(after)
    return Change(
        field="text",
        sort="text",
        words=words,
        passages=tuple(tuple(_cut(piece)) for piece in passages) if shown else (),
    )


def _count(passages: list[tuple[Piece, ...]], change: Word) -> int:
    return sum(len(piece.words.split()) for pieces in passages for piece in pieces if piece.change is change)


def _cut(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """A passage whose unchanged stretches are no longer than a reader needs to find it."""
    for number, piece in enumerate(pieces):
        words = piece.words.split()
        first, last = number == 0, number == len(pieces) - 1
        if piece.change is not Word.EQUAL or len(words) <= AROUND * (1 if first or last else 2):
            yield piece
        else:
            head = [] if first else words[:AROUND]
            tail = [] if last else words[-AROUND:]
            yield Piece(Word.EQUAL, " ".join((*head, GAP, *tail)))
