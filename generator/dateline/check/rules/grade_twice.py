"""Sources to the reliability grades of which two begin on one day."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D524", "grade-twice")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for source in inquiry.corpus.sources.values():
        first: dict[str, int] = {}
        for index, grade in enumerate(source.reliability):
            since = str(grade.from_ or "")
            if first.setdefault(since, index) != index:
                when = f"from {since}" if since else "from the beginning"
                message = f"two grades hold {when}: {source.reliability[first[since]].grade} and {grade.grade}"
                yield FAULT.at(source.at.to("reliability", index), message, "keep one, or correct the day of one")


RULE = Rule(fault=FAULT, find=_find)
