"""Briefs to those that another one takes the place of, and that do not say so."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D705", "superseded-not-marked")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    briefs = inquiry.corpus.briefs
    for slug, newer in inquiry.relations.backlinks.superseded_by.items():
        published = [other for other in newer if not briefs[other].unpublished and other != slug]
        if published and briefs[slug].state == "published":
            message = f"“{published[0]}” takes the place of this brief, which still reads as the latest"
            yield FAULT.at(briefs[slug].at.to("state"), message, "add “state: superseded”")


RULE = Rule(fault=FAULT, find=_find)
