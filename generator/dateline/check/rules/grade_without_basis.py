"""Sources to the reliability grades that rest on nothing told."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, hint

FAULT = hint("D523", "grade-without-basis")
NOT_JUDGED = "F"


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for source in inquiry.corpus.sources.values():
        for index, grade in enumerate(source.reliability):
            if not grade.basis and grade.grade != NOT_JUDGED:
                message = f"nothing says why “{source.name}” is graded {grade.grade}"
                yield FAULT.at(source.at.to("reliability", index), message, "add “basis:” with what the grade rests on")


RULE = Rule(fault=FAULT, find=_find)
