"""Prose to the passages in it that the rights of an article keep off every page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import shortened
from dateline.findings import Finding, warning
from dateline.model.corpus import Corpus
from dateline.relate.passages import passages
from dateline.relate.quotes import find_quote

FAULT = warning("D804", "words-not-to-print")
FEWEST = 6
"""Words from which on a passage is the article's and no mere phrase."""


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    kept = _kept(inquiry.corpus)
    if not kept:
        return
    for passage in passages(inquiry.corpus):
        for quote, article in kept.get(passage.brief, {}).items():
            if (
                passage.kind != "article"
                and _may_hold(passage.text, quote)
                and find_quote(quote, passage.text).is_found
            ):
                message = f"these words stand in {article}, of which nothing may be printed: “{shortened(quote)}”"
                yield FAULT.at(passage.at, message, "say it in your own words, or write “rights: excerpt”")


def _may_hold(text: str, quote: str) -> bool:
    """Whether to look closely: nearly every passage lacks the longest word already."""
    return max(quote.split(), key=len) in text


def _kept(corpus: Corpus) -> Mapping[str, Mapping[str, str]]:
    """By brief: quotes that may not be printed, with their article."""
    kept: dict[str, dict[str, str]] = defaultdict(dict)
    for claim in corpus.claims.values():
        for evidence in claim.evidence:
            long = len((evidence.quote or "").split()) >= FEWEST
            if evidence.quote and long and corpus.articles[evidence.article].rights == "link":
                kept[claim.brief][evidence.quote] = evidence.article
    return kept


RULE = Rule(fault=FAULT, find=_find)
