"""Evidence to the quotes that cannot be looked up, because no text is stored."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import evidence_of
from dateline.findings import Finding, warning
from dateline.relate.quotes import Verdict
from dateline.relate.verdicts import EvidenceKey

FAULT = warning("D403", "quote-unavailable")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        for index, evidence in enumerate(claim.evidence):
            match = inquiry.relations.verdicts[EvidenceKey(claim.ref, index)]
            if match.verdict is Verdict.UNAVAILABLE and evidence.quote:
                file = inquiry.corpus.articles[evidence.article].at.file
                seen = f"the quote cannot be checked and does not count: no text is stored in {file}"
                remedy = "put the text there below the front matter; “rights: link” keeps it off every page"
                yield FAULT.at(evidence.at.to("quote"), f"{evidence_of(claim, index)}: {seen}", remedy)


RULE = Rule(fault=FAULT, find=_find)
