"""Evidence to what names an article and no passage in it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D405", "evidence-without-quote")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        for evidence in claim.evidence:
            if not evidence.quote and evidence.as_ != "context":
                message = f"no passage of “{evidence.article}” is quoted, so it does not count for the claim"
                yield FAULT.at(evidence.at, message, "add “quote:” with words copied from the article")


RULE = Rule(fault=FAULT, find=_find)
