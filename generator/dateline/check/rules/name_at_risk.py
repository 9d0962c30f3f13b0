"""The desk's own words to the names of people at risk in them, which pages leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import At, Finding, warning
from dateline.model.brief import Brief
from dateline.model.discreet import WITHHELD, at_risk
from dateline.model.names_at_risk import pattern_of

FAULT = warning("D806", "name-at-risk")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    actors = inquiry.corpus.actors
    names = pattern_of(actors[id_] for id_ in at_risk(inquiry.corpus))
    for brief in inquiry.corpus.briefs.values() if names else ():
        assert names, "or no brief is looked at"
        for at, text in _own_words(brief):
            if found := names.search(text):
                yield FAULT.at(at, _message(at, found), "write it without the name")


def _message(at: At, found: re.Match[str]) -> str:
    key = next((step for step in reversed(at.path) if isinstance(step, str)), "the file")
    return f"“{key}” names “{found[0]}”, who is at risk; readers see “{WITHHELD}”"


def _own_words(brief: Brief) -> Iterator[tuple[At, str]]:
    for key, text in (("title", brief.title), ("summary", brief.summary), ("body", brief.body)):
        if text:
            yield brief.at.to(key), text
    for claim in brief.claims:
        yield claim.at.to("says"), claim.says
    for event in brief.dates:
        yield event.at.to("what"), event.what


RULE = Rule(fault=FAULT, find=_find)
