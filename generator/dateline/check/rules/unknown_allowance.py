"""Allowances to those for a code that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.allowances import every_allowance
from dateline.check.catalogue import catalogue, find_entry
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning
from dateline.model.nearest import did_you_mean

FAULT = warning("D706", "unknown-allowance")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    found = [given for given in every_allowance(inquiry.corpus) if isinstance(given.entry.get("code"), str)]
    known = {entry.fault.code for entry in catalogue()} if found else set()
    for given in found:
        code = str(given.entry["code"])
        if code not in known:
            yield FAULT.at(given.at.to("code"), f"no finding has the code “{code}”{_suggestion(code, known)}")


def _suggestion(code: str, known: set[str]) -> str:
    entry = find_entry(code)
    return f'; did you mean "{entry.fault.code}"?' if entry else did_you_mean(code, known)


RULE = Rule(fault=FAULT, find=_find)
