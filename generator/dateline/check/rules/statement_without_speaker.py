"""Claims to the statements that nobody makes."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D505", "statement-without-speaker")
SPOKEN = {"statement": "a statement", "allegation": "an allegation", "denial": "a denial"}


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        if claim.kind in SPOKEN and not claim.by:
            message = f"the claim is {SPOKEN[claim.kind]}, and nobody is named who makes it"
            remedy = "add “by:” with the actor who said it, not the paper that printed it"
            yield FAULT.at(claim.at.to("kind"), message, remedy)


RULE = Rule(fault=FAULT, find=_find)
