"""Withdrawn briefs to those that do not say why."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, error

FAULT = error("D702", "withdrawn-without-why")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for brief in inquiry.corpus.briefs.values():
        if brief.state == "withdrawn" and not any(entry.why for entry in brief.corrections):
            message = "the brief is withdrawn, and nothing tells its readers why"
            yield FAULT.at(
                brief.at.to("state"), message, "add an entry with “on:”, “what:” and “why:” to “corrections:”"
            )


RULE = Rule(fault=FAULT, find=_find)
