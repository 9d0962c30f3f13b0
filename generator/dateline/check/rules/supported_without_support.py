"""Claims to those called supported that nothing supports."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning
from dateline.model.claim import Claim
from dateline.relate.quotes import Verdict
from dateline.relate.support import Sourcing, Support
from dateline.relate.verdicts import EvidenceKey

FAULT = warning("D510", "supported-without-support")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        sourcing = inquiry.relations.sourcing[claim.ref]
        if claim.status == "supported" and sourcing.support is Support.UNSUPPORTED and not _is_told(claim, inquiry):
            message = f"the claim “{claim.id}” is called supported, and {_why(sourcing)}"
            yield FAULT.at(
                claim.at.to("status"), message, "add evidence that can be checked, or write “status: unassessed”"
            )


def _is_told(claim: Claim, inquiry: Inquiry) -> bool:
    """Whether it rests on other claims, or a finding about a quote says already what is missing."""
    matches = (inquiry.relations.verdicts[EvidenceKey(claim.ref, at)] for at in range(len(claim.evidence)))
    absent = any(match.verdict is Verdict.ABSENT for match in matches)
    return absent or any(link.as_ == "rests-on" for link in claim.links)


def _why(sourcing: Sourcing) -> str:
    if sourcing.withdrawn:
        return "what it rested on has been taken back by its publisher"
    if sourcing.unavailable:
        return f"{sourcing.unavailable} of {sourcing.total} pieces of its evidence cannot be checked"
    return "nothing that is quoted supports it"


RULE = Rule(fault=FAULT, find=_find)
