"""A desk to what its coverage lacks: one origin, no answer, nothing to check, nobody assessed, nobody looked again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from dateline.model.corpus import Corpus
from dateline.model.when import When
from dateline.model.words.catalogue import to_count, to_say
from dateline.pages.counted import BRIEFS, CLAIMS, QUESTIONS, SOURCES, TOPICS
from dateline.pages.escape import Safe
from dateline.pages.view import View
from dateline.relate.quotes import Verdict
from dateline.relate.relations import Relations
from dateline.relate.support import Support

LONGEST = 100
"""Entries on one page."""
Found = Iterator[tuple[str, str]]
"""A kind of thing and an id for each."""
Find = Callable[[Corpus, Relations, When | None], Found]


class Gap(NamedTuple):
    """One way in which coverage can be thin."""

    key: str
    title: str
    counted: tuple[str, str]
    find: Find
    needs_today: bool = False
    """Whether it depends on the day, which is not known when pages are counted."""


def _with_support(support: Support) -> Find:
    def find(_: Corpus, relations: Relations, __: When | None) -> Found:
        return (("claim", ref) for ref, sourcing in relations.sourcing.items() if sourcing.support is support)

    return find


def _unanswered(_: Corpus, relations: Relations, __: When | None) -> Found:
    return (("question", id_) for id_, contest in relations.contests.items() if not contest.answers)


def _unchecked(_: Corpus, relations: Relations, __: When | None) -> Found:
    unavailable = (key for key, match in relations.verdicts.items() if match.verdict is Verdict.UNAVAILABLE)
    return (("claim", key.claim) for key in unavailable if key.position not in relations.sourcing[key.claim].withdrawn)


def _stale(corpus: Corpus, _: Relations, today: When | None) -> Found:
    day = today.earliest if today else None
    for brief in corpus.briefs.values():
        last = brief.review_by.latest if brief.review_by else None
        if day and last and last < day:
            yield "brief", brief.id


def _not_assessed(corpus: Corpus, _: Relations, __: When | None) -> Found:
    return (("source", source.id) for source in corpus.sources.values() if not source.reliability)


def _unread(corpus: Corpus, relations: Relations, _: When | None) -> Found:
    return (("topic", topic) for topic in corpus.topics if not relations.backlinks.briefs_by_topic.get(topic))


EVIDENCE = to_count("{count} piece of evidence", "{count} pieces of evidence")

GAPS = (
    Gap("contested", to_say("Contested claims"), CLAIMS, _with_support(Support.CONTESTED)),
    Gap("unsupported", to_say("Claims without support"), CLAIMS, _with_support(Support.UNSUPPORTED)),
    Gap("single-origin", to_say("Claims from a single origin"), CLAIMS, _with_support(Support.SINGLE_ORIGIN)),
    Gap("unanswered", to_say("Unanswered questions"), QUESTIONS, _unanswered),
    Gap("unchecked", to_say("Evidence that cannot be checked"), EVIDENCE, _unchecked),
    Gap("not-assessed", to_say("Sources not assessed"), SOURCES, _not_assessed),
    Gap("unread", to_say("Topics without a brief"), TOPICS, _unread),
    Gap("stale", to_say("Briefs due for another look"), BRIEFS, _stale, needs_today=True),
)

LINKS: Mapping[str, Callable[[View, str], Safe]] = {
    "claim": View.claim, "question": View.question, "brief": View.brief, "source": View.source, "topic": View.topic,
}  # fmt: skip


def gap_lines(view: View, found: Iterable[tuple[str, str]]) -> list[Safe]:
    """Links to what is lacking."""
    return [LINKS[kind](view, id_) for kind, id_ in found]


def parts_of(count: int) -> range:
    """The numbers of the pages after the first that so many entries take."""
    return range(2, -(-count // LONGEST) + 1)
