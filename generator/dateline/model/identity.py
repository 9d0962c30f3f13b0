"""A corpus to what is wrong with its ids: given twice, used again, or wider than themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from dateline.findings import At, Finding
from dateline.model.brief import Brief
from dateline.model.corpus import Corpus
from dateline.model.faults import CIRCLE, DUPLICATE_ID, NUMBERED_CLAIM, REUSED_ID
from dateline.model.topic import Topic


class Named(Protocol):
    """Anything that has had other ids."""

    @property
    def at(self) -> At:
        """Where it stands."""

    @property
    def formerly(self) -> tuple[str, ...]:
        """The ids it had."""


def identity_findings(corpus: Corpus) -> tuple[Finding, ...]:
    """Ids that two entries of a brief share, old ids in use again, topics that are wider than themselves."""
    found: list[Finding] = []
    for brief in corpus.briefs.values():
        found += _twice("claims", [(claim.id, claim.at) for claim in brief.claims], corpus)
        found += _twice("dates", [(event.id, event.at) for event in brief.dates], corpus)
        found += _numbered(brief)
        found += _reused({article.name: article for article in corpus.articles_by_brief[brief.id]})
        found += _reused({claim.id: claim for claim in brief.claims})
        found += _reused({event.id: event for event in brief.dates})
    for shelf in (corpus.actors, corpus.sources, corpus.briefs, corpus.topics, corpus.questions):
        found += _reused(shelf)
    found += _circles(corpus.topics)
    return tuple(found)


def _twice(kind: str, ids: Iterable[tuple[str, At]], corpus: Corpus) -> Iterator[Finding]:
    first: dict[str, At] = {}
    for id_, at in ids:
        if id_ in first:
            line = corpus.documents[at.file].place(first[id_]).line
            message = f"two entries under “{kind}” have the id “{id_}”, the first in line {line}"
            yield DUPLICATE_ID.at(at.to("id"), message, "rename one of them")
        first.setdefault(id_, at)


def _numbered(brief: Brief) -> Iterator[Finding]:
    unnamed = [claim for claim in brief.claims if claim.numbered]
    if unnamed:
        which, many = ", ".join(claim.id for claim in unnamed), len(unnamed) > 1
        message = f"{len(unnamed)} claims have no id and are" if many else "the claim has no id and is"
        remedy = f"give {'each' if many else 'it'} an “id:” before anything links to it"
        yield NUMBERED_CLAIM.at(unnamed[0].at, f"{message} called {which} by place", remedy)


def _reused(shelf: Mapping[str, Named]) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for id_, record in shelf.items():
        for index, old in enumerate(record.formerly):
            at = record.at.to("formerly", index)
            if old in shelf:
                yield REUSED_ID.at(at, f"the old id “{old}” is in use again", "give the newer thing another id")
            elif old in owners:
                yield REUSED_ID.at(
                    at, f"the old id “{old}” is also claimed by “{owners[old]}”", "keep it in one of them"
                )
            owners.setdefault(old, id_)


def _circles(topics: Mapping[str, Topic]) -> Iterator[Finding]:
    for topic in topics.values():
        circle = _way_back(topic.id, topics)
        if circle and topic.id == min(circle):
            yield CIRCLE.at(
                topic.at.to("broader"),
                f"“{topic.id}” is broader than itself, by way of {' → '.join((*circle, topic.id))}",
                "take one of these out",
            )


def _way_back(start: str, topics: Mapping[str, Topic]) -> Sequence[str]:
    """The ids on a way from a topic over `broader` back to itself, or nothing."""
    waiting: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while waiting:
        path = waiting.pop()
        for wider in topics[path[-1]].broader:
            if wider == start:
                return path
            if wider in topics and wider not in seen:
                seen.add(wider)
                waiting.append((*path, wider))
    return ()
