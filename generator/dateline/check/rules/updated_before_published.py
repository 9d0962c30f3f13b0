"""Briefs to those changed before they were published."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.publication import is_before
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D713", "updated-before-published")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for brief in inquiry.corpus.briefs.values():
        if brief.updated and brief.published and is_before(brief.updated, brief.published):
            message = f"updated on {brief.updated}, and published on {brief.published}"
            yield FAULT.at(brief.at.to("updated"), message, "correct one of the two dates")


RULE = Rule(fault=FAULT, find=_find)
