"""A brief to what it says about likelihood in its own voice: passages, and the estimative words in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from dateline.check.likelihood import SCALES, scale
from dateline.findings import At
from dateline.model.brief import Brief
from dateline.model.claim import Claim
from dateline.relate.sentences import sentences

REPORTED: Final = frozenset({"statement", "allegation", "denial"})
"""Kinds of claim whose words are somebody else's."""
VAGUE: Final = (
    "possibly", "perhaps", "maybe", "conceivably", "may well", "might well", "could well", "good chance",
    "fair chance", "serious possibility", "cannot be ruled out", "cannot rule out",
)  # fmt: skip
"""Words for likelihood to which no scale gives a range."""
MODIFIERS: Final = frozenset({
    "very", "highly", "quite", "rather", "fairly", "somewhat", "extremely", "reasonably", "pretty", "not",
    "increasingly", "overwhelmingly",
})  # fmt: skip
"""Words that make of a term another one, which no scale has unless it stands there as a whole."""
COMPARING: Final = frozenset({"more", "most", "less", "least", "as", "how", "too", "so", "equally", "the"})
"""Words after which likely and its like compare or describe, and estimate nothing."""
_QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“")
_CONFIDENCE: Final = re.compile(
    r"\b(?:low|moderate|medium|high|great)[ -]confidence\b|\bconfidence (?:is|was|remains) (?:low|moderate|high)\b",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(r"([a-z]+)\s+$", re.IGNORECASE)


class Passage(NamedTuple):
    """A text that the desk answers for."""

    at: At
    text: str
    """Of the same length as it is written; quoted words are blank."""
    claim: Claim | None
    """The claim it is; None for a summary."""


class Estimate(NamedTuple):
    """An expression of likelihood."""

    words: str
    """In lower case, with the word before it that changes it."""
    is_term: bool
    """Whether some scale gives it a range."""


def own_words(brief: Brief) -> Iterator[Passage]:
    """The brief's summary and those of its claims that report nobody else's judgement, without quotations."""
    if brief.summary:
        yield Passage(brief.at.to("summary"), _unquoted(brief.summary), None)
    for claim in brief.claims:
        if not claim.by and claim.kind not in REPORTED:
            yield Passage(claim.at.to("says"), _unquoted(claim.says), claim)


def estimates(text: str) -> Iterator[Estimate]:
    """The expressions of likelihood in a text, in order."""
    for found in _pattern().finditer(text):
        words = " ".join(found[0].lower().split())
        before = _BEFORE.search(text, max(0, found.start() - 20), found.start())
        word = before[1].lower() if before else ""
        if words in VAGUE:
            yield Estimate(words, is_term=False)
        elif word in MODIFIERS:
            yield Estimate(f"{word} {words}", is_term=False)
        elif word not in COMPARING:
            yield Estimate(words, is_term=True)


def confident_sentences(text: str) -> Iterator[tuple[str, Estimate]]:
    """Sentences that state a level of confidence and a likelihood, with the first likelihood in each."""
    if not _CONFIDENCE.search(text):
        return
    for sentence in sentences(text):
        first = next(estimates(sentence.text), None)
        if first and _CONFIDENCE.search(sentence.text):
            yield sentence.text, first


def _unquoted(text: str) -> str:
    return _QUOTED.sub(lambda found: " " * len(found[0]), text)


@cache
def _pattern() -> re.Pattern[str]:
    forms = {form for id_ in SCALES for term in scale(id_).terms for form in term.forms}
    longest = sorted({*forms, *VAGUE}, key=lambda form: (-len(form), form))
    alternatives = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest)
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)
