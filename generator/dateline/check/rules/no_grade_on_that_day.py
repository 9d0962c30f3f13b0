"""Sources to those whose first reliability grade is later than an article of theirs."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import listed_with
from dateline.findings import Finding, hint
from dateline.relate.grades import grade_on

FAULT = hint("D525", "no-grade-on-that-day")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    articles = inquiry.corpus.articles
    for id_, refs in inquiry.relations.backlinks.articles_by_source.items():
        source = inquiry.corpus.sources[id_]
        early = [ref for ref in refs if articles[ref].published and grade_on(source, articles[ref].published) is None]
        if source.reliability and early:
            message = f"no grade held when {listed_with(early, 'and')} came out, which counts as not assessed"
            yield FAULT.at(
                source.at.to("reliability"), message, "give an earlier “from:”, or none, where the grade held then too"
            )


RULE = Rule(fault=FAULT, find=_find)
