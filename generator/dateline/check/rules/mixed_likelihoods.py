"""Briefs to those that use two sets of terms which one scale keeps apart."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.estimates import estimates, own_words
from dateline.check.likelihood import Scale, configured
from dateline.check.rule import Inquiry, Rule
from dateline.findings import At, Finding, warning
from dateline.model.brief import Brief

FAULT = warning("D605", "mixed-likelihoods")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    used = configured(inquiry.corpus.settings)
    if used is None or used.sets_may_mix:
        return
    for brief in inquiry.corpus.briefs.values():
        first: dict[int, str] = {}
        for at, words in _terms(brief, used):
            number = used.by_form[words].set
            first.setdefault(number, words)
            other = next((told for known, told in first.items() if known != number), None)
            if other:
                message = (
                    f"“{words}” and “{other}” belong to two sets of terms of {used.name}, and this brief uses both"
                )
                yield FAULT.at(at, message, f"keep to one set; beside “{other}” say “{_twin(words, other, used)}”")
                break


def _terms(brief: Brief, used: Scale) -> Iterator[tuple[At, str]]:
    """The terms of the scale in a brief, in sentences and under `likelihood:`."""
    for passage in own_words(brief):
        yield from ((passage.at, found.words) for found in estimates(passage.text) if found.words in used.by_form)
        if passage.claim and passage.claim.likelihood and passage.claim.likelihood.lower() in used.by_form:
            yield passage.claim.at.to("likelihood"), passage.claim.likelihood.lower()


def _twin(words: str, other: str, used: Scale) -> str:
    """The term of the other set with the same range."""
    term, number = used.by_form[words], used.by_form[other].set
    return next((each.name for each in used.terms if each.set == number and each.low == term.low), other)


RULE = Rule(fault=FAULT, find=_find)
