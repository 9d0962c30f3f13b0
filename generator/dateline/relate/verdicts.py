"""Claims and articles to a verdict for each piece of evidence."""

from __future__ import annotations

from collections.abc import Mapping
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
        language=article.language or "en",
        summary=article.text == "summary",
    )
