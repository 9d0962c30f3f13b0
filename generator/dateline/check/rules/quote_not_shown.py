"""Evidence to the quotes that rights keep from readers."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import evidence_of
from dateline.findings import Finding, hint

FAULT = hint("D803", "quote-not-shown")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        for position, evidence in enumerate(claim.evidence):
            if evidence.quote and inquiry.corpus.articles[evidence.article].rights == "link":
                which = evidence_of(claim, position)
                message = f"{which}: readers will not see the quote, as {evidence.article} has “rights: link”"
                yield FAULT.at(
                    evidence.at.to("quote"), message, "nothing, if that is meant; else write “rights: excerpt”"
                )


RULE = Rule(fault=FAULT, find=_find)
