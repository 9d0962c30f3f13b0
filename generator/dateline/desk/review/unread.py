"""Two states to the things that one of them has in a file nobody can read: they are neither new nor gone."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.build import Desk
from dateline.desk.review.outcome import Unread
from dateline.desk.review.shelves import SHELVES
from dateline.findings import Severity

WITH_THEIR_BRIEF = frozenset({"claims", "dates", "articles"})


def unread(one: Desk, other: Desk) -> tuple[Unread, ...]:
    """What `other` has and `one` has only as a file with errors, by kind and id."""
    faulty = {found.file for found in one.findings if found.severity is Severity.ERROR}
    return tuple(_unread(one, other, faulty)) if faulty else ()


def _unread(one: Desk, other: Desk, faulty: set[str]) -> Iterator[Unread]:
    briefs: set[str] = set()
    for kind, shelf in SHELVES.items():
        there = shelf.records(one.corpus)
        for id_, record in sorted(shelf.records(other.corpus).items()):
            if id_ in there:
                continue
            if kind in WITH_THEIR_BRIEF and record.brief in briefs:
                yield Unread(kind, id_, record.at.file)
            elif record.at.file in faulty and _is_named(one, record.at.file, id_, single=bool(record.at.path)):
                briefs |= {id_} if kind == "briefs" else set()
                yield Unread(kind, id_, record.at.file)


def _is_named(desk: Desk, file: str, id_: str, *, single: bool) -> bool:
    """Whether a file, where it is one for several things, still has this one, as far as anybody can tell."""
    document = desk.corpus.documents.get(file)
    return document is None or not single or id_ in document.data
