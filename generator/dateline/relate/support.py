"""Claims, verdicts and origins to what each claim rests on."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.model.claim import Bearing, Claim, Evidence
from dateline.model.corpus import Corpus
from dateline.relate.origins import OriginGroup, Origins
from dateline.relate.quotes import QuoteMatch, Verdict
from dateline.relate.verdicts import EvidenceKey


class Support(enum.StrEnum):
    """How much stands behind a claim, as counted; what to think of it is the editor's `status`."""

    UNSUPPORTED = "unsupported"
    SINGLE_ORIGIN = "single-origin"
    MULTI_ORIGIN = "multi-origin"
    CONTESTED = "contested"


@dataclass(frozen=True, kw_only=True, slots=True)
class Sourcing:
    """What one claim rests on. Positions are those of its evidence, from 0."""

    support: Support
    groups: tuple[OriginGroup, ...]
    """The origins of all articles that its evidence names, whether they count or not."""
    supporting: tuple[OriginGroup, ...]
    """Those of the groups that hold supporting evidence which counts, each with the articles of that evidence alone."""
    counted: tuple[int, ...]
    """Supporting evidence that counts: its quote was found, and its publisher stands by the article."""
    against: tuple[int, ...]
    """Contradicting evidence that counts, by the same rule."""
    contradicted_by: tuple[str, ...]
    """Claims (`slug#id`) that contradict it or that it contradicts, sorted."""
    checked: int
    """Evidence whose quote could be looked up, found or not."""
    unavailable: int
    """Evidence that could not be checked: no stored text, or no quote."""
    withdrawn: tuple[int, ...]
    """Evidence of any bearing that does not count because its article is retracted or removed."""

    @property
    def total(self) -> int:
        """Pieces of evidence: "1 of 3 could not be checked" is `unavailable` of `total`."""
        return self.checked + self.unavailable


def supports(corpus: Corpus, verdicts: Mapping[EvidenceKey, QuoteMatch], origins: Origins) -> Mapping[str, Sourcing]:
    """What every claim rests on, by `slug#id` in the order of the corpus (evidence.md, section 3)."""
    opposed = _opposed(corpus)
    return {ref: _sourcing(claim, corpus, verdicts, origins, opposed[ref]) for ref, claim in corpus.claims.items()}


def supports_known(
    corpus: Corpus, verdicts: Mapping[EvidenceKey, QuoteMatch], origins: Origins, other: Corpus,
    known: Mapping[str, Sourcing],
) -> Mapping[str, Sourcing]:  # fmt: skip
    """What every claim of a corpus rests on, where that is known of another: of a whole it is part of, or beside it.

    `origins` are those handed on from the other. A claim that is the same there, with the same articles, origins and
    opponents, rests on what it rested on there.
    """
    opposed = _opposed(corpus)

    def found(ref: str, claim: Claim) -> Sourcing:
        is_same = claim is other.claims.get(ref) and known[ref].contradicted_by == opposed[ref]
        if is_same and origins.are_known(item.article for item in claim.evidence):
            return known[ref]
        return _sourcing(claim, corpus, verdicts, origins, opposed[ref])

    return {ref: found(ref, claim) for ref, claim in corpus.claims.items()}


def supports_if_live(
    corpus: Corpus, verdicts: Mapping[EvidenceKey, QuoteMatch], origins: Origins, now: Mapping[str, Sourcing],
    gone: Collection[str],
) -> Mapping[str, Sourcing]:  # fmt: skip
    """What every claim would rest on if publishers stood by some articles that they took back."""
    live = {ref: corpus.articles[ref].model_copy(update={"status": "live"}) for ref in gone}
    if_live = replace(corpus, articles={**corpus.articles, **live})
    return {
        ref: _sourcing(claim, if_live, verdicts, origins, now[ref].contradicted_by)
        if any(item.article in live for item in claim.evidence)
        else now[ref]
        for ref, claim in corpus.claims.items()
    }


def _sourcing(
    claim: Claim,
    corpus: Corpus,
    verdicts: Mapping[EvidenceKey, QuoteMatch],
    origins: Origins,
    contradicted_by: tuple[str, ...],
) -> Sourcing:
    evidence = tuple(enumerate(claim.evidence))
    withdrawn = tuple(at for at, item in evidence if not corpus.articles[item.article].standing)
    found = {at for at, _ in evidence if verdicts[EvidenceKey(claim.ref, at)].is_found}.difference(withdrawn)
    counted, against = _bearing(evidence, found, "supports"), _bearing(evidence, found, "contradicts")
    groups = origins.groups(item.article for item in claim.evidence)
    cited = {claim.evidence[at].article for at in counted}
    supporting = groups_of(groups, cited)
    matches = [verdicts[EvidenceKey(claim.ref, at)] for at, _ in evidence]
    unavailable = sum(match.verdict is Verdict.UNAVAILABLE for match in matches)
    return Sourcing(
        support=_support(len(supporting), is_contested=bool(against or contradicted_by)),
        groups=groups,
        supporting=supporting,
        counted=counted,
        against=against,
        contradicted_by=contradicted_by,
        checked=len(evidence) - unavailable,
        unavailable=unavailable,
        withdrawn=withdrawn,
    )


def groups_of(groups: Iterable[OriginGroup], counting: Collection[str]) -> tuple[OriginGroup, ...]:
    """The groups of those articles (`slug/name`) that count, without the others, which may still be what joins them."""
    kept = ((group, tuple(ref for ref in group.articles if ref in counting)) for group in groups)
    return tuple(
        replace(group, articles=articles, why=group.why if len(articles) > 1 else ())
        for group, articles in kept
        if articles
    )


def _support(origins: int, *, is_contested: bool) -> Support:
    if not origins:
        return Support.UNSUPPORTED
    if is_contested:
        return Support.CONTESTED
    return Support.SINGLE_ORIGIN if origins == 1 else Support.MULTI_ORIGIN


def _bearing(evidence: Iterable[tuple[int, Evidence]], found: set[int], bearing: Bearing) -> tuple[int, ...]:
    return tuple(at for at, item in evidence if at in found and item.as_ == bearing)


def _opposed(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """Each claim's other side, sorted; what its own desk has taken back, or not yet published, contradicts nobody."""
    opposed: dict[str, set[str]] = {ref: set() for ref in corpus.claims}
    for one, other in _contradictions(corpus.claims.values()):
        if one != other and other in corpus.claims:
            opposed[one] |= {other} if _stands(corpus, other) else set()
            opposed[other] |= {one} if _stands(corpus, one) else set()
    return {ref: tuple(sorted(others)) for ref, others in opposed.items()}


def _contradictions(claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    for claim in claims:
        yield from ((claim.ref, link.to) for link in claim.links if link.as_ == "contradicts")


def _stands(corpus: Corpus, ref: str) -> bool:
    claim = corpus.claims[ref]
    brief = corpus.briefs[claim.brief]
    is_published = claim.state == "published" and not brief.unpublished
    return is_published and claim.status != "retracted" and brief.state != "withdrawn"
