"""Claims to those said after every article that reports them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.publication import is_after, last_publication
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D303", "said-after-published")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    articles = inquiry.corpus.articles
    for claim in inquiry.corpus.claims.values():
        if claim.said is None:
            continue
        day = last_publication(articles[item.article] for item in claim.evidence if item.as_ == "supports")
        if day is not None and is_after(claim.said, day):
            message = f"said on {claim.said}, and the last article that reports it is of {day}"
            yield FAULT.at(claim.at.to("said"), message, "correct “said:”, or “published:” of the article")


RULE = Rule(fault=FAULT, find=_find)
