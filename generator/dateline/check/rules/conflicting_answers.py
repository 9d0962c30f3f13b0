"""Answers to one question to the figures that cannot both be true and that nobody calls disputed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import listed_with
from dateline.findings import Finding, warning
from dateline.model.claim import Claim

FAULT = warning("D517", "conflicting-answers")
SETTLED = frozenset({"disputed", "refuted", "superseded", "retracted", "unverifiable"})
TIES = frozenset({"contradicts", "qualifies", "updates"})


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for contest in inquiry.relations.contests.values():
        opposed: dict[str, list[str]] = defaultdict(list)
        for pair in contest.conflicts:
            one, other = sorted(pair, key=contest.answers.index)
            if not _is_settled(inquiry.corpus.claims[one], inquiry.corpus.claims[other]):
                opposed[other].append(one)
        for ref, others in opposed.items():
            claim = inquiry.corpus.claims[ref]
            message = (
                f"the figure cannot be true together with that of {listed_with(others, 'or')}, and none is disputed"
            )
            remedy = "link them by “as: contradicts” or “qualifies”, or say by “status:” which is disputed"
            yield FAULT.at(claim.at.to("value"), message, remedy)


def _is_settled(one: Claim, other: Claim) -> bool:
    linked = any(link.as_ in TIES and link.to == to.ref for by, to in ((one, other), (other, one)) for link in by.links)
    return linked or one.status in SETTLED or other.status in SETTLED


RULE = Rule(fault=FAULT, find=_find)
