"""What a list on the page of an actor, a topic, a source, a question or a brief is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from dateline.model.corpus import Corpus
from dateline.model.when import When
from dateline.pages.view import View
from dateline.relate.relations import Relations

Values = Mapping[str, Any]
EMPTY: dict[str, Any] = {"more": "", "picture": "", "timeline": (), "claims": (), "briefs": (), "mentions": ()} | {
    "articles": (),
    "answers": {"entries": (), "compatible": ""},
    "lines": (),
}
"""A layout takes one of these; an undefined name raises."""


class Desk(NamedTuple):
    """A corpus with its relations, which is equal to nothing but itself, so that a list is cut once for its pages."""

    corpus: Corpus
    relations: Relations

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Desk) and self.relations is other.relations

    def __hash__(self) -> int:
        return id(self.relations)


Items = Callable[[Desk, str], Sequence[Any]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Roll:
    """One list of things that are about an actor, a topic, a source, a question or a brief."""

    title: str
    counted: tuple[str, str]
    """The word for one and for many."""
    layout: str
    """The template of its lines."""
    items: Items
    """What is in it, by the id of what it is about."""
    when: Callable[[Corpus, Any], When | None]
    """By what time it is split where it is long."""
    values: Callable[[View, str, Sequence[Any]], Values]
    """What the layout needs."""
