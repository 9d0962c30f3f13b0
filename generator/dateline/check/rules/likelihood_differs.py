"""Claims to those that give one likelihood in words and another one under their key."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.estimates import estimates, own_words
from dateline.check.likelihood import Scale, configured
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D606", "likelihood-differs")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    used = configured(inquiry.corpus.settings)
    if used is None:
        return
    for brief in inquiry.corpus.briefs.values():
        for passage in own_words(brief):
            key = (passage.claim.likelihood or "").lower() if passage.claim else ""
            said = next((found.words for found in estimates(passage.text) if found.words in used.by_form), "")
            if passage.claim and key in used.by_form and said and _range(used, key) != _range(used, said):
                message = f"the claim says “{said}”, and its “likelihood:” says “{passage.claim.likelihood}”"
                yield FAULT.at(passage.claim.at.to("likelihood"), message, "make the two the same")


def _range(used: Scale, form: str) -> tuple[int, int]:
    term = used.by_form[form]
    return term.low, term.high


RULE = Rule(fault=FAULT, find=_find)
