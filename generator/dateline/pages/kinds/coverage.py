"""A desk to what its coverage lacks: one origin, no answer, nothing to check, nobody assessed, nobody looked again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from dateline.pages import links
from dateline.pages.escape import Safe
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.template import fill
from dateline.pages.view import View, choice
from dateline.relate.quotes import Verdict
from dateline.relate.support import Support

LONGEST = 100


class _Gap(NamedTuple):
    """One way in which coverage can be thin."""

    key: str
    title: str
    counted: tuple[str, str]
    find: Callable[[View], Iterator[Safe]]


def _with_support(support: Support) -> Callable[[View], Iterator[Safe]]:
    def find(view: View) -> Iterator[Safe]:
        return (view.claim(ref) for ref, sourcing in view.relations.sourcing.items() if sourcing.support is support)

    return find


def _unanswered(view: View) -> Iterator[Safe]:
    return (view.question(id_) for id_, contest in view.relations.contests.items() if not contest.answers)


def _unchecked(view: View) -> Iterator[Safe]:
    for key, match in view.relations.verdicts.items():
        if match.verdict is Verdict.UNAVAILABLE:
            yield view.claim(key.claim)


def _stale(view: View) -> Iterator[Safe]:
    today = view.today.earliest if view.today else None
    for brief in view.corpus.briefs.values():
        last = brief.review_by.latest if brief.review_by else None
        if today and last and last < today:
            yield view.brief(brief.id)


def _not_assessed(view: View) -> Iterator[Safe]:
    return (view.source(source.id) for source in view.corpus.sources.values() if not source.reliability)


def _unread(view: View) -> Iterator[Safe]:
    for topic in view.corpus.topics:
        if not view.relations.backlinks.briefs_by_topic.get(topic):
            yield view.topic(topic)


GAPS = (
    _Gap("contested", "Contested claims", ("claim", "claims"), _with_support(Support.CONTESTED)),
    _Gap("unsupported", "Claims without support", ("claim", "claims"), _with_support(Support.UNSUPPORTED)),
    _Gap("single-origin", "Claims from a single origin", ("claim", "claims"), _with_support(Support.SINGLE_ORIGIN)),
    _Gap("unanswered", "Unanswered questions", ("question", "questions"), _unanswered),
    _Gap("unchecked", "Evidence that cannot be checked", ("piece of evidence", "pieces of evidence"), _unchecked),
    _Gap("not-assessed", "Sources not assessed", ("source", "sources"), _not_assessed),
    _Gap("unread", "Topics without a brief", ("topic", "topics"), _unread),
    _Gap("stale", "Briefs due for another look", ("brief", "briefs"), _stale),
)


def _page(view: View, _: str) -> Page:
    found = {gap.key: list(gap.find(view)) for gap in GAPS if gap.key != "stale" or view.today}
    values = {
        "title": "Coverage and gaps",
        "gaps": [_section(gap, found[gap.key]) for gap in GAPS if gap.key in found],
    }
    twin = {"counts": {key: len(entries) for key, entries in found.items()}}
    facts = Facts(kind="coverage", twin=twin, listed=True)
    return Page(path=view.here, title="Coverage and gaps", markdown=fill("kinds/coverage.md.j2", values), facts=facts)


def _section(gap: _Gap, entries: list[Safe]) -> dict[str, Any]:
    return {
        "key": gap.key,
        "title": gap.title,
        "count": choice(len(entries), *gap.counted),
        "entries": entries[:LONGEST],
        "more": max(0, len(entries) - LONGEST),
    }


KIND = Kind(name="coverage", subjects=lambda *_: [""], page=_page, path=lambda _: links.COVERAGE)
