"""Articles to the translations that are in the language of their original."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning
from dateline.model.article import Article

FAULT = warning("D412", "translation-in-same-language")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    articles = inquiry.corpus.articles
    for article in articles.values():
        original = articles.get(_translated(article))
        if original and article.language and _tongue(article) == _tongue(original):
            message = f"it is called a translation of {original.ref}, and both are in “{article.language}”"
            yield FAULT.at(
                article.at.to("language"), message, "correct the language, or write “origin:” with how it derives"
            )


def _translated(article: Article) -> str:
    by_origin = article.origin.of if article.origin and article.origin.how == "translated" else None
    return article.translation_of or by_origin or ""


def _tongue(article: Article) -> str:
    """The language without script and region; a written Chinese of two scripts is not translated but respelt."""
    return (article.language or "").partition("-")[0].lower()


RULE = Rule(fault=FAULT, find=_find)
