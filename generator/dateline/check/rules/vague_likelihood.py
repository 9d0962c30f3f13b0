"""Sentences to the words for likelihood to which no scale gives a range."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.estimates import estimates, own_words
from dateline.check.likelihood import configured
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, hint

FAULT = hint("D608", "vague-likelihood")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    used = configured(inquiry.corpus.settings)
    if used is None:
        return
    for brief in inquiry.corpus.briefs.values():
        for passage in own_words(brief):
            for words in dict.fromkeys(found.words for found in estimates(passage.text) if not found.is_term):
                message = f"“{words}” has no range on any scale, so each reader takes it differently"
                yield FAULT.at(passage.at, message, f"write a term of {used.name}, or say what is not known")


RULE = Rule(fault=FAULT, find=_find)
