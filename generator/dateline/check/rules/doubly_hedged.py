"""Sentences to those in which a likelihood is weakened once more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.check.estimates import estimates, own_words
from dateline.check.likelihood import configured
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, hint
from dateline.relate.sentences import sentences

FAULT = hint("D607", "doubly-hedged")
HEDGE = re.compile(r"\b(?:may|might|could|can|seems?|appears?|suggests?)\b", re.IGNORECASE)
BETWEEN = 4
"""Words that may stand between the two for one to weaken the other."""


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    if configured(inquiry.corpus.settings) is None:
        return
    for brief in inquiry.corpus.briefs.values():
        for passage in own_words(brief):
            for hedge, words in _hedged(passage.text):
                message = f"“{hedge}” weakens “{words}”, so that no range holds for it"
                yield FAULT.at(passage.at, message, "keep the term of the scale alone")


def _hedged(text: str) -> Iterator[tuple[str, str]]:
    for sentence in sentences(text):
        for hedge in HEDGE.finditer(sentence.text):
            after = " ".join(sentence.text[hedge.end() :].split()[: BETWEEN + 1])
            found = next((each for each in estimates(after) if each.is_term), None)
            if found:
                yield hedge[0].lower(), found.words


RULE = Rule(fault=FAULT, find=_find)
