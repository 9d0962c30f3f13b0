"""Claims and articles to a verdict for each piece of evidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dateline.model.claim import Evidence
from dateline.model.corpus import Corpus
from dateline.relate.quotes import QuoteMatch, find_quote


class EvidenceKey(NamedTuple):
    """One piece of evidence."""

    claim: str
    """`slug#id`."""
    position: int
    """Its position under the claim's `evidence:`, from 0."""


def verdicts(corpus: Corpus) -> Mapping[EvidenceKey, QuoteMatch]:
    """Every quote looked up in the article it names; evidence without a quote cannot be looked up."""
    return {
        EvidenceKey(claim.ref, index): _verdict(evidence, corpus)
        for claim in corpus.claims.values()
        for index, evidence in enumerate(claim.evidence)
    }


def _verdict(evidence: Evidence, corpus: Corpus) -> QuoteMatch:
    article = corpus.articles[evidence.article]
    return find_quote(
        evidence.quote or "",
        article.body if evidence.quote and article.body.strip() else None,
        before=evidence.before or "",
        after=evidence.after or "",
        language=article.language or "en",
        summary=article.text == "summary",
    )
