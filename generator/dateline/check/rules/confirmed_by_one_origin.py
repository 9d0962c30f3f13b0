"""Claims to those graded as confirmed whose evidence has one origin, or none."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import origins_of
from dateline.findings import Finding, error

FAULT = error("D508", "confirmed-by-one-origin")
CONFIRMED = "1"
"""Of the Admiralty scale for items: confirmed by other sources."""
ENOUGH = 2
"""Origins that confirm (evidence.md, section 3)."""


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        count = len(inquiry.relations.sourcing[claim.ref].supporting)
        if claim.credibility == CONFIRMED and count < ENOUGH:
            message = (
                f"credibility 1 means confirmed by others, and the claim “{claim.id}” rests on {origins_of(count)}"
            )
            yield FAULT.at(claim.at.to("credibility"), message, "write 2, or add evidence of another origin")


RULE = Rule(fault=FAULT, find=_find)
