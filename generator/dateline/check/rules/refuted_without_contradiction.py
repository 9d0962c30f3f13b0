"""Claims to those called refuted that nothing here speaks against."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D512", "refuted-without-contradiction")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        sourcing = inquiry.relations.sourcing[claim.ref]
        spoken_against = sourcing.against or sourcing.contradicted_by
        if claim.status == "refuted" and not spoken_against:
            message = f"the claim “{claim.id}” is called refuted, and nothing that counts contradicts it"
            yield FAULT.at(
                claim.at.to("status"), message, "add evidence “as: contradicts”, or link the claim that does"
            )


RULE = Rule(fault=FAULT, find=_find)
