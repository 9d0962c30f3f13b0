"""Two states as readers see them to the years of a long list whose pages can differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from dateline.desk.review.ties import Shown, named_in
from dateline.pages.parts.rolls import cut

SHELVES: Final = {"actor": "actors", "topic": "topics", "source": "sources", "question": "questions"}


class Rolls:
    """The years of each list, worked out once."""

    def __init__(self, before: Shown, after: Shown, told: frozenset[str]) -> None:
        self._states = (before, after)
        self._told = told
        self._known = before.ids | after.ids
        self._differing: dict[tuple[str, str, str], frozenset[str]] = {}

    def can_differ(self, subject: str) -> bool:
        """Whether the page of a year, named like `actor/<id>/mentions/2021`, may say something else."""
        kind, rest = subject.split("/", 1)
        id_, name, period = rest.rsplit("/", 2)
        key = (kind, id_, name)
        if key not in self._differing:
            self._differing[key] = frozenset(self._years(*key))
        return period in self._differing[key]

    def _years(self, kind: str, id_: str, name: str) -> set[str]:
        """Years with other entries, or with an entry that says something else; all, where one came or went."""
        old, new = (self._periods(state, kind, id_, name) for state in self._states)
        if old.keys() != new.keys() or id_ in self._told:
            return {*old, *new}
        return {
            year
            for year, items in new.items()
            if items != old[year] or not self._told.isdisjoint(named_in(tuple(items), self._known))
        }

    def _periods(self, state: Shown, kind: str, id_: str, name: str) -> Mapping[str, Any]:
        there = id_ in getattr(state.corpus, SHELVES[kind])
        return cut(*state, kind, id_, name).periods if there else {}
