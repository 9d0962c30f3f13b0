"""Articles to the stored originals that are no longer the files they were made from."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, error

FAULT = error("D415", "original-changed")
SHOWN = 12
"""Digits that tell two files apart for a reader."""


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for article in inquiry.corpus.articles.values():
        found = inquiry.corpus.originals.get(article.original_file)
        stated = article.original.sha256 if article.original else None
        if found and stated and found != stated:
            message = f"the original has another SHA-256 than stated: {found[:SHOWN]}… and not {stated[:SHOWN]}…"
            yield FAULT.at(
                article.at.to("original"), message, "bring back the file as it was saved, or import it again"
            )


RULE = Rule(fault=FAULT, find=_find)
