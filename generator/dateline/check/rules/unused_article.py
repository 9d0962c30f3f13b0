"""Articles to those that no claim rests on."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, has_errors, hint

FAULT = hint("D217", "unused-article")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    if has_errors(inquiry.corpus.findings):
        # What is left out for its errors may be what uses it.
        return
    articles = inquiry.corpus.articles.values()
    origins = {article.origin.of for article in articles if article.origin}
    used = {*inquiry.relations.backlinks.claims_by_article, *origins, *(article.translation_of for article in articles)}
    for article in articles:
        if article.ref not in used:
            yield FAULT.at(article.at, "no claim rests on this article", "quote it as evidence, or delete it")


RULE = Rule(fault=FAULT, find=_find)
