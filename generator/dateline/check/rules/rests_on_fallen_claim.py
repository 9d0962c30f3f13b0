"""Claims to those that rest on one that the desk itself no longer holds."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning
from dateline.model.corpus import Corpus

FAULT = warning("D514", "rests-on-fallen-claim")
FALLEN = frozenset({"refuted", "retracted", "superseded"})


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    corpus = inquiry.corpus
    for claim in corpus.claims.values():
        if claim.status in FALLEN or corpus.briefs[claim.brief].state == "withdrawn":
            continue
        for index, link in enumerate(claim.links):
            fall = _fall(link.to, corpus) if link.as_ == "rests-on" else ""
            if fall:
                message = f"the claim “{claim.id}” rests on {link.to}, which is {fall}"
                yield FAULT.at(
                    claim.at.to("links", index), message, "rest it on something else, or change its “status:”"
                )


def _fall(ref: str, corpus: Corpus) -> str:
    claim = corpus.claims.get(ref)
    if claim is None:
        return ""
    if claim.status in FALLEN:
        return claim.status
    return "in a withdrawn brief" if corpus.briefs[claim.brief].state == "withdrawn" else ""


RULE = Rule(fault=FAULT, find=_find)
