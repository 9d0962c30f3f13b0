"""Two states as readers see them to the pages that can differ: of what changed, and of whatever refers to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from dateline.desk.review.rolls import Rolls
from dateline.desk.review.ties import Shown, Ties, plain, ties
from dateline.pages.run import Subject
from dateline.relate.timeline import year_of
from dateline.relate.watch import shelves

ITS_OWN: Final = frozenset({"actor", "brief", "question", "source", "topic"})
"""Kinds with a page for each thing."""
RECORDS: Final = frozenset({"briefs", "actors", "sources", "topics", "questions", "contests", "mentions.by_brief"})
"""What is told under a plain id and stands on other things' pages too."""
NAMED: Final = frozenset({"actors", "sources", "topics", "questions", "contests"})
"""What stands on other pages through the briefs that name it."""
YEARS: Final = "timeline.by_year"


class Reach:
    """What a change can have reached."""

    def __init__(self, before: Shown, after: Shown) -> None:
        self._everything = before.corpus.settings != after.corpus.settings
        self._ids: frozenset[str] = frozenset()
        self._years: frozenset[str] = frozenset()
        self._rolls = Rolls(before, after, frozenset())
        self.told: frozenset[str] = frozenset()
        """Things of which another thing's page may say something else."""
        if not self._everything:
            self._spread(before, after)

    def _spread(self, before: Shown, after: Shown) -> None:
        changed = _changed(before, after)
        known = before.ids | after.ids
        # What did not change refers to the same things in both.
        both = _both(ties(before, changed), ties(after))
        told = {id_ for name, keys in changed.items() for key in keys if name in RECORDS or _is_inner(key, known)
                for id_ in plain(key, known)}  # fmt: skip
        named = {id_ for name in NAMED for id_ in changed.get(name, ())} | _with_new_names(before, after)
        # What a question is answered with, and what a name stands for, readers see on every brief that has it.
        named |= {id_ for id_ in known if id_ in _questions(before, after) and not told.isdisjoint(both.get(id_, ()))}
        told |= {id_ for id_, others in both.items() if _is_brief(id_, before, after) and not named.isdisjoint(others)}
        touched = {id_ for keys in changed.values() for key in keys for id_ in plain(key, known)}
        self._ids = frozenset(touched | told | named | {id_ for id_, others in both.items() if told & others})
        self._years = frozenset(_years(before, after, changed, told))
        self.told = frozenset(told | named)
        self._rolls = Rolls(before, after, self.told)

    def can_differ(self, subject: Subject) -> bool:
        """Whether a page may say something else than it did."""
        if self._everything:
            return True
        if subject.kind == "period":
            return self._rolls.can_differ(subject.name)
        if subject.kind in {"year", "month"}:
            return subject.name.partition("/")[0] in self._years
        return subject.kind not in ITS_OWN or subject.name in self._ids


def _changed(before: Shown, after: Shown) -> Mapping[str, frozenset[Any]]:
    """The keys of each mapping under which there is something else, or nothing any more."""
    old, new = dict(shelves(*before)), dict(shelves(*after))
    found = {}
    for name, shelf in old.items():
        other = new[name]
        if isinstance(shelf, Mapping) and isinstance(other, Mapping):
            differing = {key for key in shelf.keys() & other.keys() if shelf[key] != other[key]}
            found[name] = frozenset(differing | (shelf.keys() ^ other.keys()))
    return found


def _both(one: Ties, other: Ties) -> Ties:
    return {id_: one.get(id_, frozenset()) | other.get(id_, frozenset()) for id_ in {*one, *other}}


def _is_inner(key: Any, known: frozenset[str]) -> bool:
    """Whether a key names a part of a brief: a claim, a date, an article or a piece of evidence."""
    return isinstance(key, tuple) or (isinstance(key, str) and key not in known and not {"#", "/"}.isdisjoint(key))


def _is_brief(id_: str, before: Shown, after: Shown) -> bool:
    return id_ in before.corpus.briefs or id_ in after.corpus.briefs


def _questions(before: Shown, after: Shown) -> frozenset[str]:
    return frozenset((*before.corpus.questions, *after.corpus.questions))


def _with_new_names(before: Shown, after: Shown) -> set[str]:
    """Things whose own prose holds a name that an actor has only before or only after."""
    differing = _names(before) ^ _names(after)
    if not differing:
        return set()
    prose = {id_: text for state in (after, before) for id_, text in _prose(state)}
    return {id_ for id_, text in prose.items() if any(name in text for name in differing)}


def _names(state: Shown) -> set[str]:
    return {name.casefold() for actor in state.corpus.actors.values() for name in actor.names}


def _prose(state: Shown) -> Iterator[tuple[str, str]]:
    corpus = state.corpus
    yield from ((id_, (actor.description or "").casefold()) for id_, actor in corpus.actors.items())
    yield from ((id_, (topic.scope or "").casefold()) for id_, topic in corpus.topics.items())


def _years(before: Shown, after: Shown, changed: Mapping[str, frozenset[Any]], told: set[str]) -> Iterator[str]:
    """Years whose timelines may differ: with other dates, or with dates of briefs that say something else."""
    old, new = before.relations.timeline.by_year, after.relations.timeline.by_year
    if old.keys() != new.keys():
        yield from (*old, *new)
    yield from changed[YEARS]
    for state in (before, after):
        slugs = told | set(_quoting(state, told))
        yield from (year_of(event) for event in state.corpus.events.values() if event.brief in slugs)


def _quoting(state: Shown, told: set[str]) -> Iterator[str]:
    """Briefs whose dates rest on a claim of another brief, or whose prose links to something, that says otherwise."""
    back = state.relations.backlinks
    for claim, events in back.events_by_claim.items():
        if claim.partition("#")[0] in told:
            yield from (ref.partition("#")[0] for ref in events)
    for target, links in back.written.items():
        if told.intersection(plain(target, state.ids)):
            yield from (link.brief for link in links)
