"""Articles printed in excerpts to those of which the excerpts are most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, hint
from dateline.relate.verdicts import EvidenceKey

FAULT = hint("D805", "excerpt-of-most")
MOST = 0.5
"""Share of the stored text from which on excerpts are no longer a small part of it."""
LEAST = 600
"""Characters: about a hundred words. Less may be quoted of any text, however short it is."""


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for ref, quoted in _quoted(inquiry).items():
        article = inquiry.corpus.articles[ref]
        if (
            article.rights == "excerpt"
            and article.text == "full"
            and len(quoted) >= max(LEAST, MOST * len(article.body))
        ):
            share = f"{100 * len(quoted) // len(article.body)} %"
            message = f"{share} of the stored text is quoted somewhere, so most of it is printed"
            yield FAULT.at(
                article.at.to("rights"), message, "quote less of it, or ask leave to print it and name the licence"
            )


def _quoted(inquiry: Inquiry) -> Mapping[str, set[int]]:
    """The positions of all characters that are quoted, by article."""
    quoted: dict[str, set[int]] = defaultdict(set)
    for claim in inquiry.corpus.claims.values():
        for position, evidence in enumerate(claim.evidence):
            for part in inquiry.relations.verdicts[EvidenceKey(claim.ref, position)].parts:
                quoted[evidence.article].update(range(part.start, part.end))
    return quoted


RULE = Rule(fault=FAULT, find=_find)
