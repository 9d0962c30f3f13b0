"""Articles to those that say since when or why, and not what their publisher did."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D718", "day-without-status")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for article in inquiry.corpus.articles.values():
        key = "status_on" if article.status_on else "status_why" if article.status_why else ""
        if article.status == "live" and key:
            message = f"“{key}:” is given, and the article counts as live"
            yield FAULT.at(
                article.at.to(key), message, "add “status: corrected”, “retracted” or “removed”, or delete the line"
            )


RULE = Rule(fault=FAULT, find=_find)
