"""Briefs to those called superseded by nothing."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, has_errors, warning

FAULT = warning("D714", "superseded-by-nothing")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    if has_errors(inquiry.corpus.findings):
        # What is left out for its errors may be what takes its place.
        return
    for brief in inquiry.corpus.briefs.values():
        if brief.state == "superseded" and not inquiry.relations.backlinks.superseded_by.get(brief.id):
            message = "the brief is called superseded, and none takes its place, so readers are led nowhere"
            yield FAULT.at(brief.at.to("state"), message, f"write “supersedes: {brief.id}” in the newer one")


RULE = Rule(fault=FAULT, find=_find)
