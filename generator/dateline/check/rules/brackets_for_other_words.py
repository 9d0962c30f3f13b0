"""Evidence to the quotes whose brackets stand for words of the article that mean something by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import evidence_of
from dateline.findings import Finding, warning
from dateline.relate.verdicts import EvidenceKey

FAULT = warning("D417", "brackets-for-other-words")
_POINTING: Final = frozenset(
    [
        "he",
        "him",
        "his",
        "she",
        "her",
        "hers",
        "it",
        "its",
        "they",
        "them",
        "their",
        "theirs",
        "we",
        "us",
        "our",
        "ours",
        "i",
        "me",
        "my",
        "mine",
        "you",
        "your",
        "yours",
        "this",
        "that",
        "these",
        "those",
        "who",
        "whom",
        "whose",
        "which",
        "one",
        "ones",
        "here",
        "there",
        "then",
        "now",
    ]
)
"""Words that only point at something, so that an editor has to say at what."""
_WORD: Final = re.compile(r"\w+")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        for index, evidence in enumerate(claim.evidence):
            replaced = inquiry.relations.verdicts[EvidenceKey(claim.ref, index)].replaced
            saying = [words for words in replaced if not _POINTING.issuperset(_WORD.findall(words.casefold()))]
            if saying and not evidence.note:
                seen = f"brackets stand in place of “{saying[0]}”, and nothing says that they mean the same"
                remedy = "quote the article's own words, or say under “note:” what they refer to"
                yield FAULT.at(evidence.at.to("quote"), f"{evidence_of(claim, index)}: {seen}", remedy)


RULE = Rule(fault=FAULT, find=_find)
