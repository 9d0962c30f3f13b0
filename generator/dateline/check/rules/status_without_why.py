"""Articles to those taken back or corrected for a reason that nobody gives."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, hint

FAULT = hint("D711", "status-without-why")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for article in inquiry.corpus.articles.values():
        if article.status != "live" and not article.status_why:
            message = f"the article is {article.status}, and nothing says why"
            yield FAULT.at(article.at.to("status"), message, "add “status_why:”; readers see it beside the article")


RULE = Rule(fault=FAULT, find=_find)
