"""Briefs and the day to what they say was done on a day still to come."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.corrections import ledger
from dateline.check.publication import is_before
from dateline.check.rule import Inquiry, Rule
from dateline.findings import At, Finding, warning
from dateline.model.brief import Brief
from dateline.model.when import When

FAULT = warning("D717", "dated-ahead")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    if inquiry.today is None:
        return
    for brief in inquiry.corpus.briefs.values():
        for at, when in _dates(brief):
            if is_before(inquiry.today, when):
                yield FAULT.at(at, f"{when} is still to come", "correct the day")


def _dates(brief: Brief) -> Iterator[tuple[At, When]]:
    for key, when in (("published", brief.published), ("updated", brief.updated)):
        if when is not None:
            yield brief.at.to(key), when
    yield from ((at.to("on"), entry.on) for at, entry in ledger(brief))


RULE = Rule(fault=FAULT, find=_find)
