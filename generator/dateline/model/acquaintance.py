"""A corpus to the actors whom nothing leads to but somebody who is not to be named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.model.actor import Actor
from dateline.model.corpus import Corpus
from dateline.model.names_at_risk import pattern_of
from dateline.model.record import Record


def known_through(corpus: Corpus, hidden: frozenset[str]) -> frozenset[str]:
    """Actors tied to the hidden ones, however far, whom no text names and no brief, question or actor leads to."""
    ties = _ties(corpus)
    tied = _reached(ties, hidden, frozenset()) - hidden
    if not tied:
        return frozenset()
    named = frozenset(_named(corpus)) | {id_ for id_ in tied if _is_written_of(corpus.actors[id_], corpus)}
    alone = frozenset(corpus.actors) - tied
    return tied - _reached(ties, (named | alone) - hidden, hidden)


def _ties(corpus: Corpus) -> Mapping[str, set[str]]:
    """Relations and offices, both ways."""
    ties: dict[str, set[str]] = {id_: set() for id_ in corpus.actors}
    for actor in corpus.actors.values():
        for other in (*(relation.to for relation in actor.relations), *(role.of for role in actor.roles)):
            if other in ties:
                ties[actor.id].add(other)
                ties[other].add(actor.id)
    return ties


def _reached(ties: Mapping[str, set[str]], start: Iterable[str], closed: frozenset[str]) -> frozenset[str]:
    """Where ties lead to, by ways that do not go through `closed`."""
    found: set[str] = set()
    waiting = [id_ for id_ in start if id_ in ties]
    while waiting:
        id_ = waiting.pop()
        if id_ not in found and id_ not in closed:
            found.add(id_)
            waiting += ties[id_]
    return frozenset(found)


def _named(corpus: Corpus) -> Iterator[str]:
    """The actors that briefs and questions name by their ids."""
    for brief in corpus.briefs.values():
        yield from (involved.actor for involved in brief.actors)
        for claim in brief.claims:
            yield from (*claim.by, *claim.about)
        for event in brief.dates:
            yield from (participant.actor for participant in event.who)
    for question in corpus.questions.values():
        yield from question.about


def _is_written_of(actor: Actor, corpus: Corpus) -> bool:
    names = pattern_of([actor])
    assert names, "an actor has a name"
    shelves = (corpus.briefs, corpus.articles, corpus.sources, corpus.topics, corpus.questions)
    return any(names.search(text) for shelf in shelves for record in shelf.values() for text in _texts(record))


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Record():
            for name in type(value).model_fields:
                yield from _texts(getattr(value, name))
        case tuple():
            for below in value:
                yield from _texts(below)
        case _:
            pass
