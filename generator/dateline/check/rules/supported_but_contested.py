"""Claims to those called supported or corroborated that something here contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import listed_with, several
from dateline.findings import Finding, warning
from dateline.relate.support import Sourcing, Support

FAULT = warning("D509", "supported-but-contested")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        sourcing = inquiry.relations.sourcing[claim.ref]
        if claim.status in {"supported", "corroborated"} and sourcing.support is Support.CONTESTED:
            message = f"the claim “{claim.id}” is called {claim.status}, and {_against(sourcing)}"
            remedy = "write “status: disputed”, or say under “allow:” why it stands"
            yield FAULT.at(claim.at.to("status"), message, remedy)


def _against(sourcing: Sourcing) -> str:
    if sourcing.contradicted_by:
        return f"is contradicted by {listed_with(sourcing.contradicted_by, 'and')}"
    return f"{several(len(sourcing.against), 'piece', 'pieces')} of its own evidence contradicts it"


RULE = Rule(fault=FAULT, find=_find)
