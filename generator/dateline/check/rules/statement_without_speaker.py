"""Claims to the statements that nobody makes."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning
from dateline.model.claim import Claim

FAULT = warning("D505", "statement-without-speaker")
SPOKEN = {"statement": "a statement", "allegation": "an allegation", "denial": "a denial"}


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        if claim.kind in SPOKEN and not claim.by and not _is_nameless(claim):
            message = f"the claim is {SPOKEN[claim.kind]}, and nobody is named who makes it"
            remedy = (
                "add “by:” with who said it, not who printed it, or “how: anonymous” where the article names nobody"
            )
            yield FAULT.at(claim.at.to("kind"), message, remedy)


def _is_nameless(claim: Claim) -> bool:
    """Whether every passage says that its article does not name the speaker."""
    known = {"anonymous", "second-hand"} if claim.kind == "allegation" else {"anonymous"}
    supporting = [item.how for item in claim.evidence if item.as_ == "supports"]
    return bool(supporting) and known.issuperset(supporting)


RULE = Rule(fault=FAULT, find=_find)
