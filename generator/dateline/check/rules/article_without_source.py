"""Articles to those that do not say who published them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, hint

FAULT = hint("D219", "article-without-source")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for article in inquiry.corpus.articles.values():
        if article.source is None:
            message = "nothing says who published this article"
            yield FAULT.at(article.at, message, "add “source:” with the id of a file in sources/")


RULE = Rule(fault=FAULT, find=_find)
