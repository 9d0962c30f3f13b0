"""Claims to those that support and contradict one and the same claim."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D521", "contrary-links")
FOR, AGAINST = frozenset({"supports", "repeats", "rests-on"}), "contradicts"


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        ties = {(link.to, link.as_) for link in claim.links}
        for index, link in enumerate(claim.links):
            if link.as_ in FOR and (link.to, AGAINST) in ties:
                message = f"the claim “{claim.id}” is linked to {link.to} by “{link.as_}” and by “{AGAINST}”"
                yield FAULT.at(claim.at.to("links", index), message, "keep one of the two")


RULE = Rule(fault=FAULT, find=_find)
