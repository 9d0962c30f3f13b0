"""Claims to those retracted without a line in any ledger."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D715", "retracted-without-correction")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        brief = inquiry.corpus.briefs[claim.brief]
        is_read = brief.state in {"published", "superseded"} and claim.state == "published"
        if claim.status == "retracted" and is_read and not (claim.corrections or brief.corrections):
            message = f"the claim “{claim.id}” is retracted, and the ledger of corrections does not say so"
            remedy = "add “corrections:” with “on:”, “kind: retraction”, “what:” and “why:”"
            yield FAULT.at(claim.at.to("status"), message, remedy)


RULE = Rule(fault=FAULT, find=_find)
