"""Claims to those that rest on nothing."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning
from dateline.model.claim import Claim

FAULT = warning("D501", "claim-without-evidence")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        if not claim.evidence and not _needs_none(claim):
            message = f"nothing shows that the claim “{claim.id}” is so"
            yield FAULT.at(claim.at, message, "add “evidence:” with a quote from an article")


def _needs_none(claim: Claim) -> bool:
    rests_on_claims = any(link.as_ == "rests-on" for link in claim.links)
    return claim.state == "draft" or claim.kind == "assumption" or rests_on_claims


RULE = Rule(fault=FAULT, find=_find)
