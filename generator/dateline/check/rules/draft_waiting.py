"""Briefs to those that wait for an editor, and what for."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import several
from dateline.findings import Finding, warning
from dateline.model.brief import Brief
from dateline.model.claim import Claim

FAULT = warning("D701", "draft-waiting")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for brief in inquiry.corpus.briefs.values():
        proposed = [claim for claim in brief.claims if claim.state == "draft"]
        if brief.unpublished:
            yield _waiting(brief, len(proposed))
        elif proposed:
            yield _left_over(proposed)


def _waiting(brief: Brief, proposed: int) -> Finding:
    claims = f" with {several(proposed, 'proposed claim', 'proposed claims')}" if proposed else ""
    decide = "keep or delete each proposed claim, then " if proposed else ""
    if brief.state == "in-review":
        remedy = f"{decide}name who read it under “reviewers:” and delete “state: in-review”"
        return FAULT.at(brief.at.to("state"), f"the brief waits for a reviewer{claims}", remedy)
    message = f"the brief is a draft{claims}, and readers do not see it"
    return FAULT.at(brief.at.to("state"), message, f"{decide}delete “state: draft” to publish it")


def _left_over(proposed: list[Claim]) -> Finding:
    count = several(len(proposed), "claim is a draft", "claims are drafts")
    message = f"{count} in a published brief, and readers do not see {'it' if len(proposed) == 1 else 'them'}"
    return FAULT.at(proposed[0].at.to("state"), message, "delete “state: draft” or the claim")


RULE = Rule(fault=FAULT, find=_find)
