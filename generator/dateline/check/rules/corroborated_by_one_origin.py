"""Claims to those called corroborated whose evidence has one origin, or none."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import origins_of, several
from dateline.findings import Finding, error

FAULT = error("D502", "corroborated-by-one-origin")
ENOUGH = 2
"""Origins that corroborate (evidence.md, section 3)."""


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        groups = inquiry.relations.sourcing[claim.ref].supporting
        if claim.status == "corroborated" and len(groups) < ENOUGH:
            articles = several(sum(len(group.articles) for group in groups), "article", "articles")
            counted = f"{articles} of {origins_of(len(groups))}" if groups else "nothing that counts"
            message = f"the claim “{claim.id}” is called corroborated, and rests on {counted}"
            yield FAULT.at(
                claim.at.to("status"), message, "write “status: supported”, or add evidence of another origin"
            )


RULE = Rule(fault=FAULT, find=_find)
