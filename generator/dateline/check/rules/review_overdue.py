"""Briefs and the day to those that should have been looked at again by now."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D704", "review-overdue")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    today = inquiry.today.earliest if inquiry.today else None
    if today is None:
        return
    for brief in inquiry.corpus.briefs.values():
        last = brief.review_by.latest if brief.review_by else None
        if brief.state == "published" and last is not None and last < today:
            message = f"the brief was to be looked at again by {brief.review_by}"
            yield FAULT.at(brief.at.to("review_by"), message, "read it again, then set a new day or delete this one")


RULE = Rule(fault=FAULT, find=_find)
