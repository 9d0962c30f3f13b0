"""Claims to those called disputed that nothing here disputes."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning
from dateline.model.claim import Claim

FAULT = warning("D506", "disputed-without-contradiction")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        if claim.status == "disputed" and not _is_contradicted(claim, inquiry):
            message = f"the claim “{claim.id}” is called disputed, and nothing here contradicts it"
            remedy = "add evidence “as: contradicts”, or link the claim that does"
            yield FAULT.at(claim.at.to("status"), message, remedy)


def _is_contradicted(claim: Claim, inquiry: Inquiry) -> bool:
    back = inquiry.relations.backlinks
    links = (*claim.links, *(link for _, link in back.links_to_claim.get(claim.ref, ())))
    evidence = any(item.as_ == "contradicts" for item in claim.evidence)
    return evidence or any(link.as_ == "contradicts" for link in links)


RULE = Rule(fault=FAULT, find=_find)
