"""Claims to those whose grade of credibility says otherwise than their status."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D522", "credibility-against-status")
WORDS = {"1": "confirmed", "2": "probably true", "5": "improbable"}
"""Of the Admiralty scale for items; the grades between leave room for any judgement."""
AGAINST = {
    "1": frozenset({"disputed", "refuted", "retracted", "unverifiable"}),
    "2": frozenset({"refuted", "retracted"}),
    "5": frozenset({"supported", "corroborated"}),
}


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        grade = claim.credibility
        if grade in AGAINST and claim.status in AGAINST[grade]:
            message = f"credibility {grade} means {WORDS[grade]}, and the claim “{claim.id}” is called {claim.status}"
            yield FAULT.at(claim.at.to("credibility"), message, "change one of the two")


RULE = Rule(fault=FAULT, find=_find)
