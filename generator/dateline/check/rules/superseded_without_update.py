"""Claims to those called superseded by nothing."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D513", "superseded-without-update")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    newer = _updated(inquiry)
    for claim in inquiry.corpus.claims.values():
        if claim.status == "superseded" and claim.ref not in newer:
            message = f"the claim “{claim.id}” is called superseded, and no claim takes its place"
            remedy = "link the newer one by “links: [{to: …, as: updates}]” there"
            yield FAULT.at(claim.at.to("status"), message, remedy)


def _updated(inquiry: Inquiry) -> set[str]:
    """Claims that a link or another answer to their question updates, or whose brief was replaced."""
    claims, replaced = inquiry.corpus.claims, inquiry.relations.backlinks.superseded_by
    linked = {link.to for claim in claims.values() for link in claim.links if link.as_ == "updates"}
    holding = {claim.answers for claim in claims.values() if claim.status != "superseded"} - {None}
    return {*linked, *(ref for ref, claim in claims.items() if claim.answers in holding or claim.brief in replaced)}


RULE = Rule(fault=FAULT, find=_find)
