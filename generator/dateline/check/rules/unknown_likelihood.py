"""Claims to those whose likelihood is no term of the desk's scale."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.likelihood import configured
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, error
from dateline.model.nearest import did_you_mean

FAULT = error("D602", "unknown-likelihood")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    used = configured(inquiry.corpus.settings)
    if used is None:
        return
    for claim in inquiry.corpus.claims.values():
        if claim.likelihood and claim.likelihood.lower() not in used.by_form:
            message = f"“{claim.likelihood}” is no term of {used.name}{did_you_mean(claim.likelihood, used.by_form)}"
            terms = ", ".join(term.name for term in used.terms)
            yield FAULT.at(claim.at.to("likelihood"), message, f"write one of: {terms}")


RULE = Rule(fault=FAULT, find=_find)
