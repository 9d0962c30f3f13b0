"""A state as readers see it to which thing refers to which others, each by its plain id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import singledispatch
from typing import Any, NamedTuple

from dateline.model.actor import Actor
from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.corpus import Corpus
from dateline.model.event import Event
from dateline.model.record import Record
from dateline.model.references import references
from dateline.model.source import Source
from dateline.model.topic import Question, Topic
from dateline.relate.relations import Relations
from dateline.relate.watch import shelves

Ties = Mapping[str, frozenset[str]]
"""Of each thing, what it refers to."""


class Shown(NamedTuple):
    """A state as readers see it."""

    corpus: Corpus
    relations: Relations

    @property
    def ids(self) -> frozenset[str]:
        """Of all things that have a page."""
        corpus = self.corpus
        return frozenset((*corpus.briefs, *corpus.actors, *corpus.sources, *corpus.topics, *corpus.questions))


def ties(state: Shown) -> Ties:
    """What each thing refers to, in its own file or in what was related to it."""
    known, found = state.ids, dict[str, set[str]]()
    for _, shelf in shelves(*state):
        if isinstance(shelf, Mapping):
            for key, value in shelf.items():
                for id_ in plain(key, known):
                    found.setdefault(id_, set()).update(named_in(value, known))
    for target, links in state.relations.backlinks.written.items():
        for link in links:
            found.setdefault(link.brief, set()).update(plain(target, known))
    return {id_: frozenset(others - {id_}) for id_, others in found.items()}


def plain(key: Any, known: frozenset[str]) -> Iterator[str]:
    """The things that a key names: itself, or the brief that it is in; a question may look like an article."""
    text = key[0] if isinstance(key, tuple) else key
    if not isinstance(text, str):
        return
    if text in known:
        yield text
    slug = text.partition("#")[0].partition("/")[0]
    if slug != text and slug in known:
        yield slug


@singledispatch
def named_in(value: object, known: frozenset[str]) -> Iterable[str]:  # noqa: ARG001  # other values name nothing
    """The ids in a value."""
    return ()


@named_in.register
def _(value: str, known: frozenset[str]) -> Iterable[str]:
    return plain(value, known)


@named_in.register(tuple)
def _(value: tuple[Any, ...], known: frozenset[str]) -> Iterable[str]:
    return (id_ for item in value for id_ in named_in(item, known))


@named_in.register(Mapping)
def _(value: Mapping[Any, Any], known: frozenset[str]) -> Iterable[str]:
    return (id_ for item in value.items() for id_ in named_in(item, known))


@named_in.register(Event)
def _(value: Event, known: frozenset[str]) -> Iterable[str]:
    return plain(value.ref, known)


@named_in.register(Actor)
@named_in.register(Article)
@named_in.register(Brief)
@named_in.register(Question)
@named_in.register(Source)
@named_in.register(Topic)
def _(value: Record, known: frozenset[str]) -> Iterable[str]:
    yield from (id_ for reference in references(value) for id_ in plain(reference.id, known))
    for claim in getattr(value, "claims", ()):
        yield from plain(claim.answers, known)
