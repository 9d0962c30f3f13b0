"""Corpus to events in order: all of them, and by year, actor, topic and brief."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dateline.model.brief import Brief
from dateline.model.corpus import Corpus
from dateline.model.event import Event
from dateline.model.when import Day, When

Events = tuple[Event, ...]
LAST_YEAR = 9998
"""Of four digits, with the day after its last one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline:
    """Events, each list by earliest day, then latest, then id; each mapping by its key."""

    all: Events
    by_year: Mapping[str, Events]
    """By the year an event may have begun in; where that is open, the year it ended by."""
    by_actor: Mapping[str, Events]
    """By who took part."""
    by_topic: Mapping[str, Events]
    """By the topics of the event's brief."""
    by_brief: Mapping[str, Events]
    """By slug."""


def timeline(corpus: Corpus) -> Timeline:
    """The events of all briefs in order."""
    events = tuple(sorted(corpus.events.values(), key=_order))
    return Timeline(
        all=events,
        by_year=_grouped(events, lambda event: [year_of(event)]),
        by_actor=_grouped(events, lambda event: dict.fromkeys(item.actor for item in event.who)),
        by_topic=_grouped(events, lambda event: dict.fromkeys(corpus.briefs[event.brief].topics)),
        by_brief=_grouped(events, lambda event: [event.brief]),
    )


def _order(event: Event) -> tuple[object, str]:
    return (event.when.key, event.ref)


def year_of(event: Event) -> str:
    """The year an event is listed under, as in an address: `2021`, `-0044`; `undated` when both ends are open."""
    day = event.when.earliest or event.when.latest
    return str(day).rsplit("-", 2)[0] if day else "undated"


def calendar_days(when: When) -> tuple[Day, Day] | None:
    """The first and last day as a calendar can hold them, an open end being the other one; None where it cannot."""
    first, last = when.earliest or when.latest, when.latest or when.earliest
    return (first, last) if first and last and first.year >= 1 and last.year <= LAST_YEAR else None


def span_of(brief: Brief) -> tuple[Event, Event] | None:
    """A brief's first and last event, or None when it has no dates."""
    ordered = sorted(brief.dates, key=_order)
    return (ordered[0], ordered[-1]) if ordered else None


def _grouped(events: Events, keys: Callable[[Event], Iterable[str]]) -> Mapping[str, Events]:
    groups: dict[str, list[Event]] = {}
    for event in events:
        for key in keys(event):
            groups.setdefault(key, []).append(event)
    return {key: tuple(groups[key]) for key in sorted(groups)}
