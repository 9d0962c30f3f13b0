"""Evidence to the quotes that rights keep from readers."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import listed_with
from dateline.findings import Finding, hint

FAULT = hint("D803", "quote-not-shown")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    articles = inquiry.corpus.articles
    for claim in inquiry.corpus.claims.values():
        quoted = [evidence for evidence in claim.evidence if evidence.quote]
        if quoted and all(articles[evidence.article].rights == "link" for evidence in quoted):
            which = listed_with(dict.fromkeys(evidence.article for evidence in quoted), "and")
            message = f"readers see none of the words that the claim “{claim.id}” rests on: “rights: link” on {which}"
            yield FAULT.at(claim.at.to("evidence"), message, "nothing, if that is meant; else write “rights: excerpt”")


RULE = Rule(fault=FAULT, find=_find)
