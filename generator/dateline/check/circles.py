"""Ties from one thing to others to the circles in which they run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def circles(ties: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Each circle of two or more as it runs, from its first member in order of ids; none is told twice."""
    told: set[str] = set()
    for start in sorted(ties):
        way = None if start in told else _way_back(start, ties)
        if way:
            told.update(way)
            first = way.index(min(way))
            yield (*way[first:], *way[:first])


def _way_back(start: str, ties: Mapping[str, Sequence[str]]) -> tuple[str, ...] | None:
    """The shortest way from a thing to itself."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    for way in ways:
        for other in ties.get(way[-1], ()):
            if other == start and len(way) > 1:
                return way
            if other not in seen:
                seen.add(other)
                ways.append((*way, other))
    return None
