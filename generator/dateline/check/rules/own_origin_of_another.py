"""Articles to those whose origin is called their own and somebody else's at once."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, error

FAULT = error("D409", "own-origin-of-another")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for article in inquiry.corpus.articles.values():
        origin = article.origin
        if origin and origin.of and origin.how == "own":
            message = f"its origin is called its own, and {origin.of} as well"
            yield FAULT.at(
                article.at.to("origin"), message, "delete “of:”, or say how it derives: rewritten, syndicated…"
            )


RULE = Rule(fault=FAULT, find=_find)
