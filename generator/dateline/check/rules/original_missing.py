"""Articles to the stored originals that they name and nobody finds."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D416", "original-missing")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for article in inquiry.corpus.articles.values():
        if article.original and article.original_file not in inquiry.corpus.originals:
            message = f"there is no file “{article.original.file}” beside the article"
            yield FAULT.at(article.at.to("original"), message, "put it there, or take “original:” out")


RULE = Rule(fault=FAULT, find=_find)
