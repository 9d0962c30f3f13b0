"""Articles to those printed in full without a licence."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning
from dateline.relate.passages import is_printed

FAULT = warning("D801", "full-text-without-licence")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for article in inquiry.corpus.articles.values():
        if is_printed(article) and article.text == "full" and not article.licence:
            message = "the whole article will be printed, and no licence is named"
            yield FAULT.at(article.at.to("rights"), message, "add “licence:”, or write “rights: excerpt”")


RULE = Rule(fault=FAULT, find=_find)
