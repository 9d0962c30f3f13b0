"""A corpus to its records by kind, each with what tells a reader which one it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from dateline.desk.review.outcome import Thing
from dateline.desk.review.wording import one_line
from dateline.model.corpus import Corpus


class Shelf(NamedTuple):
    """The records of one kind."""

    word: str
    """What one of them is called."""
    records: Callable[[Corpus], Mapping[str, Any]]
    """By the id that the rest of the desk calls them by."""
    facts: tuple[str, ...]
    """Their fields that say which one it is and how it stands."""


SHELVES: Mapping[str, Shelf] = {
    "briefs": Shelf("brief", lambda corpus: corpus.briefs, ("title", "state")),
    "claims": Shelf("claim", lambda corpus: corpus.claims, ("brief", "says", "state", "status")),
    "dates": Shelf("event", lambda corpus: corpus.events, ("brief", "when", "what", "status")),
    "actors": Shelf("actor", lambda corpus: corpus.actors, ("name", "kind")),
    "sources": Shelf("source", lambda corpus: corpus.sources, ("name", "kind")),
    "articles": Shelf(
        "article", lambda corpus: corpus.articles, ("brief", "title", "source", "published", "rights", "status")
    ),
    "topics": Shelf("topic", lambda corpus: corpus.topics, ("name",)),
    "questions": Shelf("question", lambda corpus: corpus.questions, ("asks",)),
}
"""Every kind of thing that is compared, in the order in which it is told."""


def thing(kind: str, id_: str, record: Any) -> Thing:
    """A record as a review names it; facts that it lacks are left out."""
    names = SHELVES[kind].facts
    row = record.model_dump(mode="json", include=set(names), exclude_none=True)
    facts = {name: one_line(row[name]) if isinstance(row[name], str) else row[name] for name in names if name in row}
    return Thing(id_, record.at.file, facts)
