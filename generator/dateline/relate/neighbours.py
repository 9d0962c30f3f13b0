"""Corpus to related briefs, each with the reasons it is related."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.model.brief import Brief
from dateline.model.corpus import Corpus
from dateline.relate.timeline import span_of

Scores = dict[str, float]
MOST = 6
"""Related briefs shown for one brief, besides those its editor named."""
REACH = 12
"""Briefs on each side in time that are compared under one actor or topic, so that cost grows with the desk alone."""
NEAR_DAYS = 14
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


def neighbours(corpus: Corpus, involved: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[Neighbour, ...]]:
    """For each brief the ones its editor names, then the ones it shares most with, strongest first."""
    days = {brief.id: _days(brief) for brief in corpus.briefs.values()}
    order = sorted(corpus.briefs, key=lambda slug: (days[slug] or (0, 0), slug))
    place = {slug: number for number, slug in enumerate(order)}
    scores: dict[str, Scores] = defaultdict(lambda: defaultdict(float))
    topics = {brief.id: brief.topics for brief in corpus.briefs.values()}
    for weight, keys in ((ACTOR_WEIGHT, involved), (TOPIC_WEIGHT, topics)):
        for group in _groups(keys, place).values():
            _compare(group, weight / len(group) ** 0.5, scores)
    return {brief.id: _of(brief, scores[brief.id], corpus, involved, days) for brief in corpus.briefs.values()}


def _groups(keys: Mapping[str, Sequence[str]], place: Mapping[str, int]) -> Mapping[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for slug in sorted(keys, key=place.__getitem__):
        for key in keys[slug]:
            groups[key].append(slug)
    return groups


def _compare(group: Sequence[str], weight: float, scores: Mapping[str, Scores]) -> None:
    for number, one in enumerate(group):
        for other in group[number + 1 : number + 1 + REACH]:
            scores[one][other] += weight
            scores[other][one] += weight


def _of(
    brief: Brief,
    scores: Scores,
    corpus: Corpus,
    involved: Mapping[str, tuple[str, ...]],
    days: Mapping[str, tuple[int, int] | None],
) -> tuple[Neighbour, ...]:
    named = {link.brief: link.why or "" for link in brief.related if link.brief != brief.id}
    distance = {slug: _distance(days[brief.id], days[slug]) for slug in {*named, *scores}}
    ranked = sorted(
        (slug for slug in scores if slug not in named),
        key=lambda slug: (-round(scores[slug] + (NEAR_WEIGHT if _near(distance[slug]) else 0), 9), slug),
    )
    return tuple(
        Neighbour(
            slug,
            named.get(slug, ""),
            tuple(actor for actor in involved[brief.id] if actor in set(involved[slug])),
            tuple(topic for topic in brief.topics if topic in corpus.briefs[slug].topics),
            distance[slug] if _near(distance[slug]) else None,
        )
        for slug in (*named, *ranked[:MOST])
    )


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
