"""Claims to the desk's own estimates that do not say how likely they are."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.estimates import estimates
from dateline.check.likelihood import configured
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, hint

FAULT = hint("D609", "estimate-without-likelihood")
JUDGED = frozenset({"estimate", "forecast"})


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    used = configured(inquiry.corpus.settings)
    if used is None:
        return
    for claim in inquiry.corpus.claims.values():
        said = any(found.words in used.by_form for found in estimates(claim.says))
        if claim.kind in JUDGED and not (claim.by or claim.value or claim.likelihood or said):
            message = f"the claim “{claim.id}” is our own {claim.kind}, and does not say how likely it is"
            yield FAULT.at(claim.at, message, f"add “likelihood:” with a term of {used.name}")


RULE = Rule(fault=FAULT, find=_find)
