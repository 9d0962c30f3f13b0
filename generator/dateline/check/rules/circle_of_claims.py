"""Claims to those that rest on one another in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.circles import circles
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning
from dateline.model.claim import Claim

FAULT = warning("D516", "circle-of-claims")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    claims = inquiry.corpus.claims
    for circle in circles({ref: _below(claim) for ref, claim in claims.items()}):
        way = " on ".join((*circle, circle[0]))
        message = f"these claims rest on one another: {way}"
        yield FAULT.at(claims[circle[0]].at.to("links"), message, "one of them needs to rest on something else")


def _below(claim: Claim) -> list[str]:
    return [link.to for link in claim.links if link.as_ == "rests-on"]


RULE = Rule(fault=FAULT, find=_find)
