"""Allowances and the day to those whose time is over."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.allowances import every_allowance, is_over
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, hint

FAULT = hint("D707", "allowance-over")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for given in every_allowance(inquiry.corpus):
        if is_over(given.entry, inquiry.today):
            message = f"{given.entry.get('code')} was allowed here until {given.entry.get('until')}"
            yield FAULT.at(given.at.to("until"), message, "delete the entry, or decide again and set a later day")


RULE = Rule(fault=FAULT, find=_find)
