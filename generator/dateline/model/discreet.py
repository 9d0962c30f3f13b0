"""A corpus to the one that names nobody at risk: not on a page, not in data, not in the name of a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dateline.model.acquaintance import known_through
from dateline.model.actor import Relation
from dateline.model.article import Article
from dateline.model.brief import Brief, Involved
from dateline.model.corpus import Corpus
from dateline.model.event import Participant
from dateline.model.names_at_risk import pattern_of
from dateline.model.record import ADDRESS, Record

WITHHELD = "(name withheld)"
"""In brackets that mean nothing in a quote; the same on both sides, so that a quote is still found."""
GONE = object()
"""In the place of an address that holds a name: half of one leads nowhere."""
REFERENCES = frozenset(
    {"answers", "article", "at", "brief", "broader", "formerly", "id", "of", "source", "supersedes", "to", "topics"}
) | {"translation_of", "year"}
"""Fields that hold ids: a name in one of them cannot be withheld, and is an error of its own."""


def at_risk(corpus: Corpus) -> frozenset[str]:
    """The actors marked as being at risk."""
    return frozenset(actor.id for actor in corpus.actors.values() if actor.sensitivity == "at-risk")


def hidden_actors(corpus: Corpus) -> frozenset[str]:
    """Those at risk, and those whom only they lead to."""
    hidden = at_risk(corpus)
    return hidden | known_through(corpus, hidden) if hidden else hidden


def discreet(corpus: Corpus) -> Corpus:
    """The corpus without actors at risk, those whom only they lead to, and any of their names in any text."""
    hidden = hidden_actors(corpus)
    if not hidden:
        return corpus
    names = pattern_of(actor for actor in corpus.actors.values() if actor.id in hidden)
    assert names, "an actor has a name"
    veil = _Veil(hidden=hidden, names=names, in_addresses=re.compile(names.pattern, re.IGNORECASE))
    return replace(
        corpus,
        briefs=veil.shelf(corpus.briefs),
        articles=veil.shelf(corpus.articles),
        actors=veil.shelf({id_: actor for id_, actor in corpus.actors.items() if id_ not in hidden}),
        sources=veil.shelf(corpus.sources),
        topics=veil.shelf(corpus.topics),
        questions=veil.shelf(corpus.questions),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Veil:
    hidden: frozenset[str]
    """Actors of whom nothing is shown."""
    names: re.Pattern[str]
    """Finds their names."""
    in_addresses: re.Pattern[str]
    """Finds them where capitals are lost."""

    def shelf(self, records: Mapping[str, Any]) -> dict[str, Any]:
        return {key: self._record(record) for key, record in records.items()}

    def _record(self, record: Record) -> Record:
        changed = {}
        for name in type(record).model_fields:
            old = getattr(record, name)
            new = self._reference(old) if _is_reference(record, name) else self._value(old)
            if new is not old:
                changed[name] = None if new is GONE else new
        return record.model_copy(update=changed) if changed else record

    def _reference(self, value: Any) -> Any:
        return GONE if isinstance(value, str) and value in self.hidden else value

    def _value(self, value: Any) -> Any:
        match value:
            case str():
                return self._text(value)
            case Record():
                return self._record(value)
            case tuple() | list() if type(value) in {tuple, list}:
                return self._several(value)
            case Mapping():
                shown = {self._text(key): self._value(below) for key, below in value.items()}
                return {key: below for key, below in shown.items() if key is not GONE and below is not GONE}
            case _:
                return value

    def _several(self, values: Any) -> Any:
        shown = [self._value(value) for value in values if not self._is_hidden(value)]
        same = len(shown) == len(values) and all(new is old for new, old in zip(shown, values, strict=True))
        return values if same else type(values)(value for value in shown if value is not GONE)

    def _is_hidden(self, value: Any) -> bool:
        match value:
            case Involved() | Participant():
                return value.actor in self.hidden
            case Relation():
                return value.to in self.hidden
            case _:
                return isinstance(value, str) and value in self.hidden

    def _text(self, text: str) -> Any:
        if ADDRESS.fullmatch(text):
            return GONE if self.in_addresses.search(text) else text
        shown = self.names.sub(WITHHELD, text)
        return text if shown == text else shown


def _is_reference(record: Record, field: str) -> bool:
    if field == "claims":
        return not isinstance(record, Brief)
    return field in REFERENCES or (field == "name" and isinstance(record, Article))
