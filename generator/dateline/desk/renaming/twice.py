"""Lists that name both of two actors to the entry that goes when the two become one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from dateline.desk.renaming.uses import records
from dateline.findings import At
from dateline.model.corpus import Corpus
from dateline.model.references import references

KEEPS_BOTH = frozenset({"relations", "roles"})
"""Lists in which one actor may stand for several reasons."""


class Twice(NamedTuple):
    """A list in which one actor would stand twice."""

    at: At
    """The list."""
    going: int | None
    """The entry that says nothing which the other does not; None where each says something of its own."""


def twice(corpus: Corpus, one: str, other: str) -> Iterator[Twice]:
    """Every list that names both actors."""
    for record in records(corpus):
        for at, positions in _places(record, one, other).items():
            if len(positions) > 1:
                yield Twice(at, _poorer(corpus, at, positions))


def _places(record: Any, one: str, other: str) -> Mapping[At, list[int]]:
    places: dict[At, list[int]] = {}
    for reference in references(record):
        steps = reference.at.path
        while steps and not isinstance(steps[-1], int):
            steps = steps[:-1]
        if reference.id in {one, other} and reference.kind in {"actor", "subject"} and steps:
            places.setdefault(At(reference.at.file, steps[:-1]), []).append(int(steps[-1]))
    return {at: found for at, found in places.items() if at.path[-1] not in KEEPS_BOTH}


def _poorer(corpus: Corpus, at: At, positions: list[int]) -> int | None:
    data: Any = corpus.documents[at.file].data
    for step in at.path:
        data = data[step] if not isinstance(step, int) or isinstance(data, list) else data
    said = {position: _said(data[position]) for position in positions}
    first, second = positions[:2]
    if said[second].items() <= said[first].items():
        return second
    return first if said[first].items() <= said[second].items() else None


def _said(entry: Any) -> Mapping[str, Any]:
    """What an entry says beside the actor's id."""
    return {key: value for key, value in entry.items() if key != "actor"} if isinstance(entry, Mapping) else {}
