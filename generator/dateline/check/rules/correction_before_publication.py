"""Briefs to the corrections made before there was anything to correct."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.corrections import ledger
from dateline.check.publication import is_before
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D712", "correction-before-publication")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for brief in inquiry.corpus.briefs.values():
        for at, entry in ledger(brief):
            if brief.published and is_before(entry.on, brief.published):
                message = f"the correction is dated {entry.on}, and the brief was published on {brief.published}"
                yield FAULT.at(at.to("on"), message, "correct one of the two dates")


RULE = Rule(fault=FAULT, find=_find)
