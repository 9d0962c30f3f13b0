"""A list that grows with the desk to what one page shows of it, and to the years and months that show the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from dateline.model.event import Event
from dateline.model.when import When

T = TypeVar("T")
LONGEST = 200
"""Entries on the page of an actor or a topic; of a longer list it shows the latest."""
LONGEST_YEAR = 1000
"""Entries on a page of their own; a longer year is split by month."""
UNDATED = "undated"


class Shelf(NamedTuple, Generic[T]):
    """A list, cut to fit."""

    shown: tuple[T, ...]
    """All, in the given order, or the latest in the order of time."""
    periods: Mapping[str, tuple[T, ...]]
    """All by `2021`, by `2021-09` where that year is long, and `undated`; empty where everything is shown."""


def shelf(items: Sequence[T], when: Callable[[T], When | None]) -> Shelf[T]:
    """A list cut to the longest that a page may have."""
    if len(items) <= LONGEST:
        return Shelf(tuple(items), {})
    ordered = sorted(items, key=lambda item: _moment(when(item)))
    return Shelf(tuple(ordered[-LONGEST:]), by_period(ordered, when))


def by_period(items: Iterable[T], when: Callable[[T], When | None]) -> Mapping[str, tuple[T, ...]]:
    """Items by year, and by month where a year has too many; each keeps their order."""
    found: dict[str, tuple[T, ...]] = {}
    for year, its in _grouped(items, lambda item: _start(when(item)).rsplit("-", 2)[0] or UNDATED).items():
        long = len(its) > LONGEST_YEAR and year != UNDATED
        found |= _grouped(its, lambda item: _start(when(item)).rpartition("-")[0]) if long else {year: its}
    return found


def months(year: str, events: Sequence[Event]) -> Mapping[str, tuple[Event, ...]]:
    """The events of a year by month, `01` to `12`, where they are too many for one page; else nothing."""
    if len(events) <= LONGEST_YEAR or year == UNDATED:
        return {}
    return _grouped(events, lambda event: _start(event.when).split("-")[-2])


def _moment(when: When | None) -> tuple[bool, tuple[object, ...]]:
    # Dates compare by their keys as well, and work them out again for each comparison.
    return (True, when.key) if when is not None else (False, ())


def _start(when: When | None) -> str:
    """The day under which something is listed: the first that it may mean, else the last; empty for none."""
    day = when and (when.earliest or when.latest)
    return str(day) if day else ""


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return {key: tuple(its) for key, its in groups.items()}
