"""A list that grows with the desk to what one page shows of it, and to the parts that show the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from dateline.model.event import Event
from dateline.model.when import When

T = TypeVar("T")
ROOM = 80
"""Entries that all lists on the page of one thing have together, and entries on a page of their own: under 100 kB."""
LONGEST_YEAR = 1000
"""Dates on the page of a year; a longer year is split by month."""
UNDATED = "undated"


class Shelf(NamedTuple, Generic[T]):
    """A list, cut to fit."""

    shown: tuple[T, ...]
    """All, in the given order, or the latest in the order of time."""
    parts: Mapping[str, tuple[T, ...]]
    """All of a cut list in the order of time, `1` the oldest, so that what is added moves no older part."""


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
    ordered = tuple(sorted(items, key=lambda item: _moment(when(item))))
    starts = range(0, len(ordered), ROOM)
    parts = {str(number): ordered[start : start + ROOM] for number, start in enumerate(starts, 1)}
    return Shelf(ordered[len(ordered) - room :], parts)


def stretch(items: Sequence[T], when: Callable[[T], When | None]) -> str:
    """The time that some items in order are of: `2019–2021`, `2021-03 – 2021-05`, `2021-05` or `undated`."""
    ends = [_start(when(item)) for item in (items[0], items[-1])]
    first, last = (end.rsplit("-", 2)[0] or UNDATED for end in ends)
    if first != last:
        return f"{first}–{last}"
    first, last = (end.rpartition("-")[0] or UNDATED for end in ends)
    return first if first == last else f"{first} – {last}"


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
