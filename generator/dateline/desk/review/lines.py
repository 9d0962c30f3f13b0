"""Two states as readers see them to lines of lists that read otherwise: a page with one need not be made to know it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from dateline.desk.review.ties import Shown, named_in
from dateline.desk.review.wording import one_line
from dateline.model.event import Event
from dateline.pages.links import path_of
from dateline.pages.parts.rolls import ROLLS, cut, line_of
from dateline.pages.parts.shelf import months
from dateline.pages.run import Subject
from dateline.pages.view import View

HERE: Final = path_of("actor", "lines")
"""Where lines are compared: wherever that is, links lead from one place."""
DATES: Final = ("actor", "", "timeline")
"""The list whose lines are those of a year's page."""


class _List(NamedTuple):
    """A list on a page, as it is in each state."""

    sort: tuple[str, str, str]
    """What kind of thing it is of, the thing's id, and the name of the list."""
    before: Sequence[Any]
    after: Sequence[Any]


class Lines:
    """The lines of lists; `told` are the things of which another thing's page may say something else."""

    def __init__(self, before: Shown, after: Shown, told: frozenset[str]) -> None:
        self._states = (before, after)
        self._views = tuple(View(corpus=state.corpus, relations=state.relations, here=HERE) for state in self._states)
        self._told, self._known = told, before.ids | after.ids
        # A name is linked where a page has it first: where names differ, a line alone is not what it is on its page.
        self._are_sure = before.relations.lexicon.forms == after.relations.lexicon.forms
        self._lines: dict[tuple[int, Any, Any], str] = {}

    def differ(self, subject: Subject) -> bool:
        """Whether a page, which both states have, surely reads otherwise; where it is not sure, it may."""
        if subject.kind == "brief":
            return self._related(0, subject.name) != self._related(1, subject.name)
        return self._are_sure and any(map(self._differs, self._lists(subject)))

    def _related(self, state: int, slug: str) -> Counter[str]:
        """The titles of the briefs to which a brief leads on."""
        corpus, relations = self._states[state]
        return Counter(one_line(corpus.heads[near.brief].title) for near in relations.neighbours[slug])

    def _differs(self, its: _List) -> bool:
        """Whether the lines that may be otherwise are; in which order, and which others there are, does not matter."""
        if its.before == its.after:
            doubtful = [item for item in its.before if self._may_differ(item)]
            return any(self._line(0, its.sort, item) != self._line(1, its.sort, item) for item in doubtful)
        return self._counted(0, its.sort, its.before, its.after) != self._counted(1, its.sort, its.after, its.before)

    def _counted(
        self, state: int, sort: tuple[str, str, str], mine: Sequence[Any], theirs: Sequence[Any]
    ) -> Counter[str]:
        there = {_key(item): item for item in theirs}
        doubtful = (item for item in mine if there.get(_key(item)) != item or self._may_differ(item))
        return Counter(self._line(state, sort, item) for item in doubtful)

    def _may_differ(self, item: Any) -> bool:
        return not self._told.isdisjoint(named_in((item,), self._known))

    def _line(self, state: int, sort: tuple[str, str, str], item: Any) -> str:
        key = (state, sort, _key(item))
        if key not in self._lines:
            self._lines[key] = one_line(line_of(self._views[state], *sort, item))
        return self._lines[key]

    def _lists(self, subject: Subject) -> Iterator[_List]:
        kind, name = subject
        if kind == "period":
            kind, rest = name.split("/", 1)
            id_, name, part = rest.rsplit("/", 2)
            yield self._list(kind, id_, name, lambda its: its.parts[part])
        elif kind in ROLLS:
            yield from (self._list(kind, name, roll, lambda its: its.shown) for roll in ROLLS[kind])
        elif kind in {"year", "month"}:
            yield _List(DATES, *(self._dates(state, *name.partition("/")[::2]) for state in self._states))

    def _list(self, kind: str, id_: str, name: str, part: Callable[[Any], Sequence[Any]]) -> _List:
        return _List((kind, id_, name), *(part(cut(*state, kind, id_, name)) for state in self._states))

    def _dates(self, state: Shown, year: str, month: str) -> Sequence[Any]:
        events = state.relations.timeline.by_year[year]
        split = months(year, events)
        return split[month] if month else () if split else events


def _key(item: Any) -> Hashable:
    """What an item is known by in a list."""
    return item.ref if isinstance(item, Event) else item
