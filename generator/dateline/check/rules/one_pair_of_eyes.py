"""Published briefs to those that nobody but their authors has read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, error
from dateline.model.brief import Brief

FAULT = error("D703", "one-pair-of-eyes")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    if not inquiry.corpus.settings.two_eyes:
        return
    for brief in inquiry.corpus.briefs.values():
        if brief.state == "published" and not _folded(brief.reviewers) - _folded(brief.authors):
            yield FAULT.at(brief.at.to("reviewers"), _message(brief), "add who read it, or write “state: in-review”")


def _message(brief: Brief) -> str:
    if brief.reviewers:
        return "the brief is published, and its only reviewer is its author"
    return "the brief is published, and names no reviewer"


def _folded(names: Iterable[str]) -> set[str]:
    return {" ".join(name.split()).casefold() for name in names}


RULE = Rule(fault=FAULT, find=_find)
