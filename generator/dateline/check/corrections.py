"""A brief's ledger to whether it answers what a publisher did to an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.findings import At
from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.claim import Correction
from dateline.model.when import When

NO_CHANGE = "no change"
"""How an entry begins that says why nothing had to be changed; without its reason it answers nothing."""


def ledger(brief: Brief) -> Iterator[tuple[At, Correction]]:
    """Every correction of a brief, then of its claims, with its place."""
    for index, entry in enumerate(brief.corrections):
        yield brief.at.to("corrections", index), entry
    for claim in brief.claims:
        for index, entry in enumerate(claim.corrections):
            yield claim.at.to("corrections", index), entry


def is_answered(article: Article, entries: Iterable[Correction]) -> bool:
    """Whether any entry answers for an article that its publisher took back or corrected."""
    since = article.status_on or article.published
    return any(_answers(entry) and reaches(entry.on, since) for entry in entries)


def _answers(entry: Correction) -> bool:
    if entry.kind == "typo":
        return False
    return bool(entry.why) or not entry.what.casefold().startswith(NO_CHANGE)


def reaches(when: When, since: When | None) -> bool:
    """Whether a date may be on or after another; nothing is before an unknown one."""
    if since is None or since.earliest is None or when.latest is None:
        return True
    return when.latest >= since.earliest
