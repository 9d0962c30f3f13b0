"""Claims to those whose evidence is all about something else, or against them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import listed_with
from dateline.findings import Finding, warning
from dateline.model.claim import Claim

FAULT = warning("D511", "no-supporting-evidence")
SETTLED = frozenset({"supported", "corroborated", "disputed", "refuted", "retracted", "unverifiable"})
"""Judgements that allow for it, or of which another rule says what they need."""


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        bearings = dict.fromkeys(item.as_ for item in claim.evidence)
        if bearings and "supports" not in bearings and not _needs_none(claim):
            kinds = listed_with((f"“as: {bearing}”" for bearing in bearings), "or")
            message = f"the claim “{claim.id}” has evidence, and none that supports it: all is {kinds}"
            yield FAULT.at(claim.at.to("evidence"), message, "add what does, or say by “status:” what you make of it")


def _needs_none(claim: Claim) -> bool:
    rests_on_claims = any(link.as_ == "rests-on" for link in claim.links)
    return claim.status in SETTLED or claim.kind == "assumption" or claim.state == "draft" or rests_on_claims


RULE = Rule(fault=FAULT, find=_find)
