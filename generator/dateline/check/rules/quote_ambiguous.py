"""Evidence to the quotes that stand in their article more than once."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import evidence_of, line_in
from dateline.findings import Finding, warning
from dateline.model.claim import Evidence
from dateline.relate.quotes import Verdict
from dateline.relate.verdicts import EvidenceKey

FAULT = warning("D402", "quote-ambiguous")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        for index, evidence in enumerate(claim.evidence):
            match = inquiry.relations.verdicts[EvidenceKey(claim.ref, index)]
            if match.verdict is Verdict.AMBIGUOUS:
                article = inquiry.corpus.articles[evidence.article]
                line = line_in(article, match.start or 0, inquiry.corpus)
                seen = f"the quote stands in {article.at.file} more than once, first in line {line}"
                yield FAULT.at(evidence.at.to("quote"), f"{evidence_of(claim, index)}: {seen}", _remedy(evidence))


def _remedy(evidence: Evidence) -> str:
    if evidence.before or evidence.after:
        return "“before:” and “after:” do not say which; copy the words that stand right beside it"
    return "say which by “before:” or “after:”, the words beside it, or quote more"


RULE = Rule(fault=FAULT, find=_find)
