"""Claims to the figures that no number or range can be read from."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, error
from dateline.model.claim import Value

FAULT = error("D503", "impossible-value")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        if claim.value and (trouble := _trouble(claim.value)):
            yield FAULT.at(claim.at.to("value"), *trouble)


def _trouble(value: Value) -> tuple[str, str] | None:
    """What is wrong and what to do, or nothing."""
    match (value.number, value.low, value.high):
        case (None, None, None):
            return "the value has no number", "write “number:”, or “low:” and “high:”"
        case (None, low, None):
            return "“low” stands without “high”", f"write “number: {low}, bound: at-least”"
        case (None, None, high):
            return "“high” stands without “low”", f"write “number: {high}, bound: at-most”"
        case (None, low, high) if low is not None and high is not None and low > high:
            return f"the range runs backwards, from {low} to {high}", "put the smaller number under “low”"
        case (None, _, _) | (_, None, None):
            return None
        case _:
            return "the value has a number and a range", "keep “number:”, or “low:” and “high:”"


RULE = Rule(fault=FAULT, find=_find)
