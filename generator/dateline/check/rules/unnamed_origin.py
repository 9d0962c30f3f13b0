"""Articles to those that derive from something nobody names."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D410", "unnamed-origin")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for article in inquiry.corpus.articles.values():
        origin = article.origin
        if origin and origin.how not in {None, "own"} and not (origin.of or article.agency or article.translation_of):
            message = f"it is called {origin.how}, and nothing says from what, so it counts as an origin of its own"
            remedy = "add “of:” with the article or source, or “agency:” as printed"
            yield FAULT.at(article.at.to("origin"), message, remedy)


RULE = Rule(fault=FAULT, find=_find)
