"""Articles to those that do not say when they were published."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D302", "undated-article")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for article in inquiry.corpus.articles.values():
        if article.published is None:
            message = "nothing says when this article was published"
            yield FAULT.at(article.at, message, "add “published:” as exactly as known, such as 2021-09 or 2021~")


RULE = Rule(fault=FAULT, find=_find)
