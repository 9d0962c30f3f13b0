"""Claims to those with a likelihood that no scale explains."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, hint

FAULT = hint("D603", "likelihood-without-scale")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    if inquiry.corpus.settings.scales != "none":
        return
    for claim in inquiry.corpus.claims.values():
        if claim.likelihood:
            message = f"no scale is set, so nobody knows how likely “{claim.likelihood}” is"
            remedy = "set “scales: icd203” or “scales: phia” under the plugin in mkdocs.yml; a legend is then printed"
            yield FAULT.at(claim.at.to("likelihood"), message, remedy)


RULE = Rule(fault=FAULT, find=_find)
