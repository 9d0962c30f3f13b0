"""A list that grows with the desk to what one page shows of it, and to the years and months that show the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from dateline.model.event import Event
from dateline.model.when import When

T = TypeVar("T")
ROOM = 100
"""Entries that all lists on the page of one thing have together, and entries on a page of their own: under 100 kB."""
LONGEST_YEAR = 1000
"""Dates on the page of a year; a longer year is split by month."""
UNDATED = "undated"


class Shelf(NamedTuple, Generic[T]):
    """A list, cut to fit."""

    shown: tuple[T, ...]
    """All, in the given order, or the latest in the order of time."""
    periods: Mapping[str, tuple[T, ...]]
    """All by `2021`, by `2021-09` where that year is long, by `2021-09-part-2` where a month is, and `undated`; empty
    where everything is shown."""


def rooms(counts: Mapping[str, int], room: int = ROOM) -> Mapping[str, int]:
    """How many entries each list may show; what short lists leave is shared by the long ones."""
    left, found = room, {}
    for place, name in enumerate(sorted(counts, key=lambda name: (counts[name], name))):
        found[name] = min(counts[name], left // (len(counts) - place))
        left -= found[name]
    return found


def shelf(items: Sequence[T], when: Callable[[T], When | None], room: int = ROOM) -> Shelf[T]:
    """A list cut to what a page has room for."""
    if len(items) <= room:
        return Shelf(tuple(items), {})
    ordered = sorted(items, key=lambda item: _moment(when(item)))
    return Shelf(tuple(ordered[len(ordered) - room :]), by_period(ordered, when))


def by_period(items: Iterable[T], when: Callable[[T], When | None]) -> Mapping[str, tuple[T, ...]]:
    """Items by year, by month where a year has too many, in parts where a month has; each keeps their order."""
    found: dict[str, tuple[T, ...]] = {}
    for year, its in _grouped(items, lambda item: _start(when(item)).rsplit("-", 2)[0] or UNDATED).items():
        long = len(its) > ROOM and year != UNDATED
        split = _grouped(its, lambda item: _start(when(item)).rpartition("-")[0]) if long else {year: its}
        for name, part in split.items():
            found |= _in_parts(name, part)
    return found


def _in_parts(name: str, items: tuple[T, ...]) -> Mapping[str, tuple[T, ...]]:
    """A period's items as one page has room for them; the second and later pages say which they are."""
    starts = range(0, len(items), ROOM)
    return {name if at == 0 else f"{name}-part-{at // ROOM + 1}": items[at : at + ROOM] for at in starts}


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
