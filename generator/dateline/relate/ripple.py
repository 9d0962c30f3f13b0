"""Articles that their publishers took back to everything that rested on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dateline.model.corpus import Corpus
from dateline.model.event import Event
from dateline.relate.origins import Origins
from dateline.relate.quotes import QuoteMatch
from dateline.relate.support import Sourcing, supports_if_live
from dateline.relate.verdicts import EvidenceKey


class Shaken(NamedTuple):
    """A claim that stands otherwise than it did."""

    claim: str
    """`slug#id`."""
    causes: tuple[str, ...]
    """The articles that were taken back, as `slug/name`, sorted."""
    before: Sourcing
    """What it rested on while they stood."""
    after: Sourcing
    via: tuple[str, ...]
    """The shaken claims it rests on; empty where its own evidence is concerned."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ripple:
    """What a retraction reaches."""

    claims: Mapping[str, Shaken]
    """By `slug#id`, in the order of the corpus: support changed, or rests on a claim whose support changed."""
    events: Mapping[str, tuple[str, ...]]
    """Dates (`slug#id`) that cite a shaken claim, with the articles that caused it."""
    briefs: Mapping[str, tuple[str, ...]]
    """Slugs of the briefs of these claims and dates, with the articles that caused it."""


def ripple(
    corpus: Corpus, verdicts: Mapping[EvidenceKey, QuoteMatch], origins: Origins, now: Mapping[str, Sourcing]
) -> Ripple:
    """Everything that changed because an article is retracted or removed, to any depth (evidence.md, section 5)."""
    gone = {ref for ref, article in corpus.articles.items() if not article.standing}
    if not gone:
        return Ripple(claims={}, events={}, briefs={})
    before = supports_if_live(corpus, verdicts, origins, now, gone)
    claims = _spread(corpus, _struck(corpus, gone, before, now), before, now)
    events = {event.ref: causes for event in corpus.events.values() if (causes := _causes_of(event, claims))}
    return Ripple(claims=claims, events=events, briefs=_briefs(claims, events))


def _struck(
    corpus: Corpus, gone: set[str], before: Mapping[str, Sourcing], now: Mapping[str, Sourcing]
) -> Mapping[str, tuple[str, ...]]:
    """Claims whose own evidence is concerned and whose support or number of origins changed, with the causes."""
    cited = {claim.ref: gone.intersection(item.article for item in claim.evidence) for claim in corpus.claims.values()}
    return {
        ref: tuple(sorted(causes))
        for ref, causes in cited.items()
        if causes and _weight(before[ref]) != _weight(now[ref])
    }


def _weight(sourcing: Sourcing) -> tuple[str, int]:
    return sourcing.support, len(sourcing.supporting)


def _spread(
    corpus: Corpus, struck: Mapping[str, tuple[str, ...]], before: Mapping[str, Sourcing], now: Mapping[str, Sourcing]
) -> Mapping[str, Shaken]:
    """The struck claims, and every claim that rests on one of them, through circles too."""
    resting: dict[str, list[str]] = {}
    for claim in corpus.claims.values():
        for link in claim.links:
            if link.as_ == "rests-on":
                resting.setdefault(link.to, []).append(claim.ref)
    causes, via, waiting = {ref: set(found) for ref, found in struck.items()}, dict[str, set[str]](), list(struck)
    while waiting:
        ref = waiting.pop()
        for other in resting.get(ref, ()):
            known = causes.setdefault(other, set())
            via.setdefault(other, set()).add(ref)
            if not causes[ref] <= known:
                known |= causes[ref]
                waiting.append(other)
    return {
        ref: Shaken(ref, tuple(sorted(causes[ref])), before[ref], now[ref], tuple(sorted(via.get(ref, ()))))
        for ref in corpus.claims
        if ref in causes
    }


def _causes_of(event: Event, claims: Mapping[str, Shaken]) -> tuple[str, ...]:
    return tuple(sorted({cause for ref in event.claims if ref in claims for cause in claims[ref].causes}))


def _briefs(claims: Mapping[str, Shaken], events: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for ref, shaken in claims.items():
        found.setdefault(ref.partition("#")[0], set()).update(shaken.causes)
    for ref, causes in events.items():
        found.setdefault(ref.partition("#")[0], set()).update(causes)
    return {slug: tuple(sorted(found[slug])) for slug in sorted(found)}
