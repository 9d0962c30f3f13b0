"""Sentences to the words for likelihood that another scale defines, and not the desk's."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.estimates import estimates, own_words
from dateline.check.likelihood import SCALES, Scale, configured, scale
from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import listed_with
from dateline.findings import Finding, warning

FAULT = warning("D604", "word-of-another-scale")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    used = configured(inquiry.corpus.settings)
    if used is None:
        return
    for brief in inquiry.corpus.briefs.values():
        for passage in own_words(brief):
            for words in dict.fromkeys(found.words for found in estimates(passage.text) if found.is_term):
                if words not in used.by_form:
                    yield FAULT.at(
                        passage.at,
                        f"“{words}” is a term of {_other(words)}, and not of {used.name}",
                        _remedy(words, used),
                    )


def _other(words: str) -> str:
    return listed_with((scale(id_).name for id_ in SCALES if words in scale(id_).by_form), "and")


def _remedy(words: str, used: Scale) -> str:
    """The terms whose range meets that of the foreign one."""
    foreign = next(scale(id_).by_form[words] for id_ in SCALES if words in scale(id_).by_form)
    near = [term.name for term in used.terms if term.low < foreign.high and foreign.low < term.high]
    return f"write {listed_with((f'“{name}”' for name in near), 'or')}"


RULE = Rule(fault=FAULT, find=_find)
