"""Articles to those published before what they derive from."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.publication import is_after
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning
from dateline.model.article import Article
from dateline.model.when import When

FAULT = warning("D413", "copy-before-original")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    articles = inquiry.corpus.articles
    for article in articles.values():
        for ref, key in _parents(article):
            original = articles.get(ref)
            if original and original.published and _is_earlier(article, original.published):
                message = f"it derives from {ref}, which was published later, on {original.published}"
                yield FAULT.at(article.at.to(key), message, "correct one of the dates, or turn the two round")


def _parents(article: Article) -> Iterator[tuple[str, str]]:
    if article.origin and article.origin.of:
        yield article.origin.of, "origin"
    if article.translation_of:
        yield article.translation_of, "translation_of"


def _is_earlier(article: Article, original: When) -> bool:
    published = article.published
    if published is None or published.latest is None or published.uncertain or published.approximate:
        return False
    return is_after(original, published.latest)


RULE = Rule(fault=FAULT, find=_find)
