"""Corpus to who appears with whom: for each actor the others in its briefs, and the claims that concern both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from dateline.model.claim import Claim
from dateline.model.corpus import Corpus

WIDEST = 30
"""Actors of one brief, or one claim, that are paired: the first, which its editor declared; so cost stays linear."""


class Companion(NamedTuple):
    """An actor seen from another that it appears with."""

    actor: str
    briefs: tuple[str, ...]
    """Slugs, in the order of briefs."""
    claims: tuple[str, ...]
    """Claims of which both are speaker or subject, as `slug#id`."""


Company = Mapping[str, Mapping[str, Companion]]
"""By actor, and under each by the other one, the strongest first."""
Pairs = dict[tuple[str, str], list[str]]


def company(corpus: Corpus, involved: Mapping[str, Sequence[str]]) -> Company:
    """Who appears with whom; `involved` has the actors of each brief."""
    briefs, claims = Pairs(), Pairs()
    for slug, actors in involved.items():
        _count(actors, slug, briefs)
    for claim in corpus.claims.values():
        _count(tuple(dict.fromkeys(_concerned(claim, corpus))), claim.ref, claims)
    sides: dict[str, list[Companion]] = {}
    for (one, other), slugs in briefs.items():
        refs = tuple(claims.get((one, other), ()))
        sides.setdefault(one, []).append(Companion(other, tuple(slugs), refs))
        sides.setdefault(other, []).append(Companion(one, tuple(slugs), refs))
    return {actor: {item.actor: item for item in sorted(sides[actor], key=_rank)} for actor in sorted(sides)}


def _count(actors: Sequence[str], where: str, pairs: Pairs) -> None:
    for pair in combinations(sorted(actors[:WIDEST]), 2):
        pairs.setdefault(pair, []).append(where)


def _concerned(claim: Claim, corpus: Corpus) -> Iterator[str]:
    yield from claim.by
    yield from (subject for subject in claim.about if subject in corpus.actors)


def _rank(companion: Companion) -> tuple[int, int, str]:
    return -len(companion.briefs), -len(companion.claims), companion.actor
