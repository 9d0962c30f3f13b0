"""Evidence to the quotes so short that they stand in many an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import evidence_of
from dateline.findings import Finding, hint

FAULT = hint("D406", "quote-too-short")
MARKS = frozenset("“”„\"«»‘’'")
DENSE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff]")
"""Thai, Lao, Burmese, Khmer, Chinese, Japanese, Korean."""
WORDS, LETTERS = 3, 15
"""The least that a part of an elided quote needs (evidence.md, section 1): less says too little by itself."""


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        for position, evidence in enumerate(claim.evidence):
            quote = evidence.quote or ""
            if quote and len(quote.split()) < WORDS and len(quote) < LETTERS and not _is_telling(quote):
                message = f"{evidence_of(claim, position)}: “{quote}” is too short to show what the article says"
                yield FAULT.at(evidence.at.to("quote"), message, "quote the words around it too")


def _is_telling(quote: str) -> bool:
    """Whether so few characters say enough: a figure, one word held up as such, or a script that writes no spaces."""
    held_up = quote[0] in MARKS and quote[-1] in MARKS
    return held_up or any(char.isdigit() or DENSE.match(char) for char in quote)


RULE = Rule(fault=FAULT, find=_find)
