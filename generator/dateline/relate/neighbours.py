"""Corpus to related briefs, each with the reasons it is related."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dateline.model.brief import Brief
from dateline.model.corpus import Corpus
from dateline.relate.timeline import span_of

Scores = dict[str, float]
Involved = Mapping[str, tuple[str, ...]]
"""The actors of each brief, by slug."""
MOST = 6
"""Related briefs shown for one brief, besides those its editor named."""
REACH = 12
"""Briefs on each side in time that are compared under one actor or topic, so that cost grows with the desk alone."""
NEAR_DAYS = 14
DIGITS, ROUNDING = 9, 1e-6
"""Sums of weights are compared so exactly, since the order of adding changes the last digits."""
TOPIC_WEIGHT, ACTOR_WEIGHT, NEAR_WEIGHT = 1.0, 2.0, 0.5


class Neighbour(NamedTuple):
    """A related brief and why."""

    brief: str
    why: str
    """The editor's own words, or nothing."""
    actors: tuple[str, ...]
    """Actors both involve."""
    topics: tuple[str, ...]
    """Topics both stand under."""
    days: int | None
    """Days between their events, when they are near in time; 0 when they overlap."""


Neighbours = Mapping[str, tuple[Neighbour, ...]]
"""Related briefs, by slug."""


def neighbours(
    corpus: Corpus, involved: Involved, other: tuple[Corpus, Involved, Neighbours] | None = None
) -> Neighbours:
    """For each brief the ones its editor names, then the ones it shares most with, strongest first.

    Of an `other` state of the same desk, with who is involved there, is taken what cannot be otherwise here.
    """
    days = {brief.id: _days(brief) for brief in corpus.briefs.values()}
    order = sorted(corpus.briefs, key=lambda slug: (days[slug] or (0, 0), slug))
    topics = {brief.id: brief.topics for brief in corpus.briefs.values()}
    queues = [_queue(group, weight) for weight, keys in ((ACTOR_WEIGHT, involved), (TOPIC_WEIGHT, topics))
              for group in _groups(keys, order).values()]  # fmt: skip
    places: dict[str, list[tuple[_Queue, int]]] = {slug: [] for slug in order}
    for queue in queues:
        for number, slug in enumerate(queue.slugs):
            places[slug].append((queue, number))
    known = other[2] if other else {}
    same = _unmoved(corpus, involved, other[0], other[1]) if other else ()
    return {
        slug: known[slug] if slug in same else _of(brief, _scores(places[slug]), corpus, involved, days)
        for slug, brief in corpus.briefs.items()
    }


def _unmoved(corpus: Corpus, involved: Involved, other: Corpus, theirs: Involved) -> frozenset[str]:
    """Briefs that share actors and topics with the same briefs in both states, each at the same time."""
    moved = {slug for slug in {*corpus.briefs, *other.briefs} if not _stays(slug, corpus, involved, other, theirs)}
    keys = {key for slug in moved for key in (*_keys(slug, corpus, involved), *_keys(slug, other, theirs))}
    return frozenset(
        slug
        for slug, brief in corpus.briefs.items()
        if slug not in moved
        and brief.related == other.briefs[slug].related
        and moved.isdisjoint(link.brief for link in brief.related)
        and keys.isdisjoint(_keys(slug, corpus, involved))
    )


def _stays(slug: str, corpus: Corpus, involved: Involved, other: Corpus, theirs: Involved) -> bool:
    one, another = corpus.briefs.get(slug), other.briefs.get(slug)
    if one is None or another is None:
        return False
    is_same = one is another or (one.topics == another.topics and _days(one) == _days(another))
    return is_same and involved[slug] == theirs[slug]


def _keys(slug: str, corpus: Corpus, involved: Involved) -> Iterator[tuple[str, str]]:
    """What a brief may share with others."""
    if slug in corpus.briefs:
        yield from (("actor", actor) for actor in involved[slug])
        yield from (("topic", topic) for topic in corpus.briefs[slug].topics)


class _Queue(NamedTuple):
    """The briefs that share an actor or a topic."""

    slugs: Sequence[str]
    """In order of time."""
    weight: float
    """Of sharing it: what few share weighs more."""


def _queue(slugs: Sequence[str], weight: float) -> _Queue:
    return _Queue(slugs, weight / len(slugs) ** 0.5)


def _groups(keys: Mapping[str, Sequence[str]], order: Sequence[str]) -> Mapping[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for slug in order:
        for key in dict.fromkeys(keys[slug]):
            groups[key].append(slug)
    return groups


def _scores(places: Iterable[tuple[_Queue, int]]) -> Scores:
    """What a brief shares with those near it in each of its queues."""
    scores: Scores = defaultdict(float)
    for (slugs, weight), number in places:
        for other in (*slugs[max(0, number - REACH) : number], *slugs[number + 1 : number + 1 + REACH]):
            scores[other] += weight
    return scores


def _of(
    brief: Brief,
    scores: Scores,
    corpus: Corpus,
    involved: Involved,
    days: Mapping[str, tuple[int, int] | None],
) -> tuple[Neighbour, ...]:
    named = {link.brief: link.why or "" for link in brief.related if link.brief != brief.id}
    ours, found = days[brief.id], {slug: score for slug, score in scores.items() if slug not in named}
    return tuple(
        Neighbour(
            slug,
            named.get(slug, ""),
            tuple(actor for actor in involved[brief.id] if actor in set(involved[slug])),
            tuple(topic for topic in brief.topics if topic in corpus.briefs[slug].topics),
            distance if _near(distance := _distance(ours, days[slug])) else None,
        )
        for slug in (*named, *_strongest(found, ours, days))
    )


def _strongest(
    scores: Scores, ours: tuple[int, int] | None, days: Mapping[str, tuple[int, int] | None]
) -> Sequence[str]:
    """Those that share most, nearness in time counted; a brief too weak even with that is not looked at further."""
    least = sorted(scores.values(), reverse=True)[:MOST][-1] - NEAR_WEIGHT if scores else 0
    near = {
        slug: score + (NEAR_WEIGHT if _near(_distance(ours, days[slug])) else 0)
        for slug, score in scores.items()
        if score >= least - ROUNDING
    }
    return sorted(near, key=lambda slug: (-round(near[slug], DIGITS), slug))[:MOST]


def _days(brief: Brief) -> tuple[int, int] | None:
    span = span_of(brief)
    first = span[0].when.earliest if span else brief.published.earliest if brief.published else None
    last = span[1].when.latest if span else first
    if first is None or last is None:
        return None
    return (first.ordinal, max(first.ordinal, last.ordinal))


def _distance(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int | None:
    return max(0, one[0] - other[1], other[0] - one[1]) if one and other else None


def _near(days: int | None) -> bool:
    return days is not None and days <= NEAR_DAYS
