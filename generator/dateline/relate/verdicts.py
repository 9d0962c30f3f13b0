"""Claims and articles to a verdict for each piece of evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.model.article import Article
from dateline.model.claim import Evidence
from dateline.model.corpus import Corpus
from dateline.relate.quotes import Haystack, QuoteMatch, find_quote, prepare


class EvidenceKey(NamedTuple):
    """One piece of evidence."""

    claim: str
    """`slug#id`."""
    position: int
    """Its position under the claim's `evidence:`, from 0."""


def verdicts(corpus: Corpus) -> Mapping[EvidenceKey, QuoteMatch]:
    """Every quote looked up in the article it names; evidence without a quote cannot be looked up."""
    texts: dict[str, Haystack] = {}
    return {
        EvidenceKey(claim.ref, position): _verdict(evidence, corpus.articles[evidence.article], texts)
        for claim in corpus.claims.values()
        for position, evidence in enumerate(claim.evidence)
    }


def verdicts_beside(
    corpus: Corpus, other: Corpus, known: Mapping[EvidenceKey, QuoteMatch]
) -> Mapping[EvidenceKey, QuoteMatch]:
    """The verdicts of a corpus beside another whose verdicts are known: shared where claim and article are the same."""
    texts: dict[str, Haystack] = {}
    found = {}
    for claim in corpus.claims.values():
        is_shared = other.claims.get(claim.ref) is claim
        for position, evidence in enumerate(claim.evidence):
            key, article = EvidenceKey(claim.ref, position), corpus.articles[evidence.article]
            is_same = is_shared and other.articles.get(evidence.article) is article
            found[key] = known[key] if is_same else _verdict(evidence, article, texts)
    return found


def verdicts_of_part(
    corpus: Corpus, whole: Corpus, known: Mapping[EvidenceKey, QuoteMatch]
) -> Mapping[EvidenceKey, QuoteMatch]:
    """The verdicts of a corpus whose articles and evidence are those of a whole whose verdicts are known."""
    return {
        EvidenceKey(ref, position): known[EvidenceKey(ref, place)]
        for ref, claim in corpus.claims.items()
        for position, place in enumerate(_places(claim.evidence, whole.claims[ref].evidence))
    }


def _places(some: Sequence[Evidence], all_: Sequence[Evidence]) -> Sequence[int]:
    """Where each of some pieces of evidence stands among all; two pieces may well be equal."""
    if len(some) == len(all_):
        return range(len(all_))
    by_identity = {id(evidence): place for place, evidence in enumerate(all_)}
    return [by_identity[id(evidence)] for evidence in some]


def _verdict(evidence: Evidence, article: Article, texts: dict[str, Haystack]) -> QuoteMatch:
    if not (evidence.quote and article.body.strip()):
        return find_quote(evidence.quote or "", None)
    if article.ref not in texts:
        texts[article.ref] = prepare(article.body)
    return find_quote(
        evidence.quote,
        texts[article.ref],
        before=evidence.before or "",
        after=evidence.after or "",
        language=article.language or "",
        summary=article.text == "summary",
    )
