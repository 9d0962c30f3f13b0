"""Claims to the passages that they cite more than once."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import evidence_of
from dateline.findings import Finding, warning
from dateline.relate.verdicts import EvidenceKey

FAULT = warning("D407", "same-quote-twice")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        first: dict[tuple[str, int | None, int | None], int] = {}
        for position, evidence in enumerate(claim.evidence):
            match = inquiry.relations.verdicts[EvidenceKey(claim.ref, position)]
            place = (evidence.article, match.start, match.end)
            if match.is_found and first.setdefault(place, position) != position:
                message = f"{evidence_of(claim, position)} is the same passage as evidence {first[place] + 1}"
                yield FAULT.at(evidence.at, message, "keep one of them")


RULE = Rule(fault=FAULT, find=_find)
