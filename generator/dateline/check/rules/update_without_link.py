"""Answers to one question to a later one of the same speaker that does not say it is an update."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, hint

FAULT = hint("D519", "update-without-link")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    claims = inquiry.corpus.claims
    linked = {link.to for claim in claims.values() for link in claim.links if link.as_ in {"updates", "qualifies"}}
    for contest in inquiry.relations.contests.values():
        for earlier, later in contest.updates.items():
            if earlier not in linked and claims[earlier].value:
                message = f"it is read as an update of “{earlier}”, by the same speaker, and no link says so"
                link = f"links: [{{to: {_short(earlier, later)}, as: updates}}]"
                remedy = f"add “{link}”, or “as: qualifies” if it is about something else"
                yield FAULT.at(claims[later].at.to("links"), message, remedy)


def _short(target: str, source: str) -> str:
    """A claim as it is named in the file of another: within one brief by its id alone."""
    brief, _, id_ = target.partition("#")
    return id_ if source.startswith(f"{brief}#") else target


RULE = Rule(fault=FAULT, find=_find)
