"""Events to what a picture of them can be arranged and filtered by: status, actors, topics and days."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from dateline.model.corpus import Corpus
from dateline.model.event import Event
from dateline.model.when import When
from dateline.pages.parts.lanes import MOST_LANES

STATUSES = ("planned", "reported", "confirmed", "disputed", "did-not-happen")
NOBODY = "—"
Names = Mapping[str, str]
"""Ids to names, in the order of names."""


class Groups(NamedTuple):
    """What is known of all events of a picture together."""

    actors: Names
    topics: Names
    statuses: Names
    lanes: str
    """What the lanes are made by, `topic` or `actor`; empty where there is one for all."""
    keys: tuple[str, ...]
    """Whose lane each event is in."""
    labels: Names
    """The lanes' names, by key, from top to bottom."""
    marks: tuple[str, ...]
    """For each event its attributes: status, days, and actors and topics by their places among the names."""


def groups(corpus: Corpus, events: Sequence[Event], term: Callable[[str], str]) -> Groups:
    """The groups of some events; lanes are by topic, else by actor, where that makes few lanes of several dates.

    `term` says a status in words.
    """
    who = [[item.actor for item in event.who] for event in events]
    about = [corpus.heads[event.brief].topics for event in events]
    actors = _by_name({id_: corpus.actors[id_].name for ids in who for id_ in ids})
    topics = _by_name({id_: corpus.topics[id_].name for ids in about for id_ in ids})
    used = {event.status for event in events}
    lanes, keys, labels = _lanes({"topic": (about, topics), "actor": (who, actors)}, len(events))
    return Groups(
        actors=actors,
        topics=topics,
        statuses={status: term(status) for status in STATUSES if status in used},
        lanes=lanes,
        keys=keys,
        labels=labels,
        marks=_marks(events, _placed("a", who, actors), _placed("t", about, topics)),
    )


def _by_name(names: Names) -> Names:
    return dict(sorted(names.items(), key=lambda item: (item[1].casefold(), item[0])))


def _lanes(
    choices: Mapping[str, tuple[Sequence[Sequence[str]], Names]], count: int
) -> tuple[str, tuple[str, ...], Names]:
    for sort, (ids, names) in choices.items():
        keys = tuple(its[0] if its else "" for its in ids)
        used = set(keys)
        if 1 < len(used) <= min(MOST_LANES, count // 2):
            return sort, keys, {id_: name for id_, name in [*names.items(), ("", NOBODY)] if id_ in used}
    return "", ("",) * count, {"": ""}


def _placed(key: str, ids: Sequence[Sequence[str]], names: Names) -> list[str]:
    places = {id_: str(place) for place, id_ in enumerate(names)}
    return [f' data-{key}="{" ".join(places[id_] for id_ in dict.fromkeys(its))}"' if its else "" for its in ids]


def _marks(events: Sequence[Event], actors: Sequence[str], topics: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        (f' class="dl-{event.status}"' if event.status != "reported" else "")
        + f' data-d="{_days(event.when)}"{whose}{about}'
        for event, whose, about in zip(events, actors, topics, strict=True)
    )


def _days(when: When) -> str:
    """The numbers of the first and last day, each empty where it is open."""
    return "..".join(str(day.ordinal) if day else "" for day in (when.earliest, when.latest))
