"""Records to the ids that they had before, each with the one of today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dateline.model.actor import Actor
from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.record import Record
from dateline.model.source import Source
from dateline.model.topic import Topic

KINDS: Mapping[type[Record], tuple[str, ...]] = {
    Actor: ("actor", "subject"),
    Source: ("source", "article or source"),
    Topic: ("topic", "subject"),
    Brief: ("brief", "subject"),
    Article: ("article", "article or source"),
}
"""The references that can name a record of each kind."""
Former = Mapping[tuple[str, str], str]


def former_ids(records: Iterable[Record]) -> Former:
    """What each kind of reference may still call something, and what that is called today."""
    return dict(pair for record in records for pair in _pairs(record))


def today(kind: str, id_: str, former: Former) -> str | None:
    """What an old id is called today, also where it is its brief that has another; None where nothing had it."""
    if (kind, id_) in former:
        return former[kind, id_]
    for sign in "#/":
        slug, found, own = id_.partition(sign)
        if found and ("brief", slug) in former:
            renamed = f"{former['brief', slug]}{sign}{own}"
            return former.get((kind, renamed), renamed)
    return None


def _pairs(record: Record) -> Iterator[tuple[tuple[str, str], str]]:
    if isinstance(record, Brief):
        for claim in record.claims:
            yield from ((("claim", f"{record.id}#{old}"), claim.ref) for old in claim.formerly)
    kinds = KINDS.get(type(record), ())
    if isinstance(record, Article):
        yield from (((kind, f"{record.brief}/{old}"), record.ref) for kind in kinds for old in record.formerly)
    elif isinstance(record, Actor | Source | Topic | Brief):
        yield from (((kind, old), record.id) for kind in kinds for old in record.formerly)
