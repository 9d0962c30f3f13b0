"""Articles to those taken back or corrected on a day that nobody names."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D710", "status-without-day")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for article in inquiry.corpus.articles.values():
        if article.status != "live" and article.status_on is None:
            message = f"the article is {article.status}, and nothing says since when"
            remedy = "add “status_on:”; a brief has answered it by a correction of that day or later"
            yield FAULT.at(article.at.to("status"), message, remedy)


RULE = Rule(fault=FAULT, find=_find)
