"""Published briefs to those that say nothing of what they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning
from dateline.model.brief import Brief

FAULT = warning("D526", "brief-resting-on-nothing")
_LINKS_TO_CLAIM: Final = re.compile(r"\[\[[^\[\]\n]{0,200}#")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    known = {article.brief for article in inquiry.corpus.articles.values()}
    # What a broken file in its folder would have said, nobody knows yet.
    known |= {PurePosixPath(finding.file).parent.name for finding in inquiry.corpus.findings}
    for brief in inquiry.corpus.briefs.values():
        if brief.state == "published" and brief.id not in known and not _leans(brief):
            message = "the brief has no article and no claim, so nothing says what it rests on"
            remedy = "put an article into its folder and quote it under “claims:”, or write “state: draft” until then"
            yield FAULT.at(brief.at.to("title"), message, remedy)


def _leans(brief: Brief) -> bool:
    """Whether it has claims, or leans on those of others."""
    return (
        bool(brief.claims)
        or any(event.claims for event in brief.dates)
        or _LINKS_TO_CLAIM.search(brief.body or "") is not None
    )


RULE = Rule(fault=FAULT, find=_find)
