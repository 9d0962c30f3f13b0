"""Corrections to those of weight that give no reason."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.corrections import ledger
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, hint

FAULT = hint("D716", "correction-without-why")
GRAVE = frozenset({"correction", "retraction"})


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for brief in inquiry.corpus.briefs.values():
        for at, entry in ledger(brief):
            if entry.kind in GRAVE and not entry.why:
                message = f"the {entry.kind} of {entry.on} does not say why"
                yield FAULT.at(at, message, "add “why:”; readers see it in the ledger")


RULE = Rule(fault=FAULT, find=_find)
