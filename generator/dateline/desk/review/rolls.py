"""Two states as readers see them to the parts of a long list whose pages can differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.desk.review.ties import Shown, named_in
from dateline.model.words.catalogue import ENGLISH, interface
from dateline.pages.parts.rolls import SHELVES, cut, labels


class Rolls:
    """The parts of each list, worked out once."""

    def __init__(self, before: Shown, after: Shown, told: frozenset[str]) -> None:
        self._states = (before, after)
        self._told = told
        self._known = before.ids | after.ids
        self._differing: dict[tuple[str, str, str], frozenset[str]] = {}

    def can_differ(self, subject: str) -> bool:
        """Whether the page of a part, named like `actor/<id>/mentions/2`, may say something else."""
        kind, rest = subject.split("/", 1)
        id_, name, part = rest.rsplit("/", 2)
        key = (kind, id_, name)
        if key not in self._differing:
            self._differing[key] = frozenset(self._parts(*key))
        return part in self._differing[key]

    def _parts(self, kind: str, id_: str, name: str) -> set[str]:
        """Parts with other entries, or with an entry that says something else; all, where one is called otherwise."""
        (old, labels), (new, others) = (self._cut(state, kind, id_, name) for state in self._states)
        if labels != others or id_ in self._told:
            return {*old, *new}
        return {
            part
            for part, items in new.items()
            if items != old[part] or not self._told.isdisjoint(named_in(tuple(items), self._known))
        }

    def _cut(self, state: Shown, kind: str, id_: str, name: str) -> tuple[Mapping[str, Any], Mapping[str, str]]:
        """The parts of a list in a state, and what each is called."""
        if id_ not in getattr(state.corpus, SHELVES[kind]):
            return {}, {}
        its = cut(*state, kind, id_, name)
        return its.parts, labels(interface(ENGLISH), state.corpus, kind, name, its)
