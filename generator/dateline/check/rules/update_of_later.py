"""Claims to those that call themselves an update of something said later."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.publication import is_before
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D520", "update-of-later")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    claims = inquiry.corpus.claims
    for claim in claims.values():
        for index, link in enumerate(claim.links):
            later = claims[link.to].said if link.as_ == "updates" and link.to in claims else None
            if later and claim.said and is_before(claim.said, later):
                message = f"said on {claim.said}, and it is to update {link.to}, which was said on {later}"
                yield FAULT.at(
                    claim.at.to("links", index), message, "put the link on the later one, or correct “said:”"
                )


RULE = Rule(fault=FAULT, find=_find)
