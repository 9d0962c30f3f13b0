"""Articles to those that derive from one another in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.circles import circles
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, error
from dateline.model.article import Article

FAULT = error("D411", "circle-of-origins")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    articles = inquiry.corpus.articles
    for circle in circles({ref: _parents(article) for ref, article in articles.items()}):
        way = " from ".join((*circle, circle[0]))
        message = f"these articles derive from one another: {way}"
        yield FAULT.at(articles[circle[0]].at, message, "one of them came first; delete its “of:” or “translation_of:”")


def _parents(article: Article) -> list[str]:
    declared = article.origin.of if article.origin else None
    return [ref for ref in (declared, article.translation_of) if ref]


RULE = Rule(fault=FAULT, find=_find)
