"""Sentences to those that give a likelihood and a level of confidence at once."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.estimates import confident_sentences, own_words
from dateline.check.likelihood import configured
from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import shortened
from dateline.findings import Finding, warning

FAULT = warning("D601", "likelihood-and-confidence")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    if configured(inquiry.corpus.settings) is None:
        return
    for brief in inquiry.corpus.briefs.values():
        for passage in own_words(brief):
            for sentence, first in confident_sentences(passage.text):
                told = f"how likely it is (“{first.words}”) and how sure the desk is"
                message = f"one sentence says {told}: “{shortened(sentence)}”"
                remedy = "make two sentences of it, or put the confidence under “confidence:”"
                yield FAULT.at(passage.at, message, remedy)


RULE = Rule(fault=FAULT, find=_find)
