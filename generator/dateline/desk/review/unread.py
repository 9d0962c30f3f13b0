"""Two states to the things that one of them has where nobody can read it: they are neither new nor gone."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.build import Desk
from dateline.desk.review.gaps import Gaps
from dateline.desk.review.outcome import Unread
from dateline.desk.review.renames import Ids
from dateline.desk.review.shelves import SHELVES

WITH_THEIR_BRIEF = frozenset({"claims", "dates", "articles"})


def unread(one: Desk, other: Desk, gaps: Gaps, briefs: Ids) -> tuple[Unread, ...]:
    """What `other` has and `one`, with these gaps, may have too; `briefs` leads from slugs of `other` to its own."""
    return tuple(_unread(one, other, gaps, briefs)) if gaps else ()


def _unread(one: Desk, other: Desk, gaps: Gaps, briefs: Ids) -> Iterator[Unread]:
    hidden: set[str] = set()
    for kind, shelf in SHELVES.items():
        there = shelf.records(one.corpus)
        for id_, record in sorted(shelf.records(other.corpus).items()):
            if id_ in there:
                continue
            slug = record.brief if kind in WITH_THEIR_BRIEF else ""
            brief = one.corpus.briefs.get(briefs.get(slug, slug))
            if slug in hidden or gaps.hides(kind, record, brief):
                hidden |= {id_} if kind == "briefs" else set()
                yield Unread(kind, id_, record.at.file)
