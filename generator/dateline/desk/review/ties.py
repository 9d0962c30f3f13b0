"""A state as readers see it to which thing refers to which others, each by its plain id."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final, NamedTuple

from dateline.model.actor import Actor
from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.corpus import Corpus
from dateline.model.event import Event
from dateline.model.references import references
from dateline.model.source import Source
from dateline.model.topic import Question, Topic
from dateline.relate.relations import Relations
from dateline.relate.watch import shelves

Ties = Mapping[str, frozenset[str]]
"""Of each thing, what it refers to."""
REFERRING: Final = (Actor, Article, Brief, Question, Source, Topic)
"""Records that name others."""


class Shown(NamedTuple):
    """A state as readers see it."""

    corpus: Corpus
    relations: Relations

    @property
    def ids(self) -> frozenset[str]:
        """Of all things that have a page."""
        corpus = self.corpus
        return frozenset((*corpus.briefs, *corpus.actors, *corpus.sources, *corpus.topics, *corpus.questions))


def ties(state: Shown, only: Mapping[str, Collection[Any]] | None = None) -> Ties:
    """What each thing refers to, in its own file or in what was related to it; of each mapping `only` some keys."""
    known, found = state.ids, dict[str, set[str]]()
    for name, shelf in shelves(*state):
        if isinstance(shelf, Mapping):
            for key in shelf if only is None else only.get(name, ()):
                if key in shelf:
                    _gather_each(plain(key, known), shelf[key], known, found)
    for target, links in state.relations.backlinks.written.items():
        for link in links:
            found.setdefault(link.brief, set()).update(plain(target, known))
    return {id_: frozenset(others - {id_}) for id_, others in found.items()}


def _gather_each(ids: Iterator[str], value: object, known: frozenset[str], found: dict[str, set[str]]) -> None:
    for id_ in ids:
        _gather(value, known, found.setdefault(id_, set()))


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


def named_in(value: object, known: frozenset[str]) -> frozenset[str]:
    """The ids in a value."""
    found: set[str] = set()
    _gather(value, known, found)
    return frozenset(found)


def _gather(value: object, known: frozenset[str], found: set[str]) -> None:
    # Asked a million times for a desk of 2,000 briefs: a set that is handed down takes a third of what generators do.
    if isinstance(value, str):
        if value in known:
            found.add(value)
        if "#" in value or "/" in value:
            found.update(plain(value, known))
    elif isinstance(value, tuple):
        for item in value:
            _gather(item, known, found)
    elif isinstance(value, Mapping):
        _gather(tuple(value.items()), known, found)
    elif isinstance(value, Event):
        found.update(plain(value.ref, known))
    elif isinstance(value, REFERRING):
        found.update(id_ for reference in references(value) for id_ in plain(reference.id, known))
        found.update(id_ for claim in getattr(value, "claims", ()) for id_ in plain(claim.answers, known))
