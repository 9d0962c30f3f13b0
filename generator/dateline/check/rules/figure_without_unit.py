"""Answers to the numbers that do not say what they count."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D504", "figure-without-unit")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        if claim.answers and claim.value and not claim.value.unit and not inquiry.corpus.questions[claim.answers].unit:
            message = f"the figure answers “{claim.answers}” and has no unit, so it is compared with no other answer"
            yield FAULT.at(claim.at.to("value"), message, "add “unit:”, or give the question one in questions.yaml")


RULE = Rule(fault=FAULT, find=_find)
