"""The answers to one question, side by side: what, who says it, when, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from dateline.model.claim import Claim
from dateline.model.words.catalogue import to_say
from dateline.pages import links
from dateline.pages.counted import ANSWERS
from dateline.pages.escape import Safe
from dateline.pages.parts.evidence import in_its_words
from dateline.pages.parts.figures import value_words
from dateline.pages.parts.support import support_words
from dateline.pages.printing import may_print_quotes
from dateline.pages.view import View
from dateline.relate.contests import Contest

MOST_ANSWERS = 40
"""To all questions together, on the page of an actor."""
MOST_LINKS = 20
"""To questions that have no room there."""
COMPATIBLE = {
    True: to_say("The figures can all be true at once."),
    False: to_say("Not all of these figures can be true at once; no winner is chosen."),
}


def answers_part(view: View, question: str) -> dict[str, Any]:
    """What `parts/answers.md.j2` needs."""
    contest = view.relations.contests[question]
    return {
        "question": view.question(question),
        "compatible": compatible_words(view, contest),
        "entries": answer_lines(view, question, contest.answers),
    }


def compatible_words(view: View, contest: Contest) -> str:
    """Whether the figures among the answers can all be true; nothing where none can be compared."""
    return "" if contest.compatible is None else view.say(COMPATIBLE[contest.compatible])


def answer_lines(view: View, question: str, refs: Sequence[str]) -> list[dict[str, Any]]:
    """Some answers to a question, each as `parts/answers.md.j2` needs it."""
    contest = view.relations.contests[question]
    return [_answer(view, view.corpus.claims[ref], contest) for ref in refs]


def _answer(view: View, claim: Claim, contest: Contest) -> dict[str, Any]:
    printed = (item for item in claim.evidence if item.quote and may_print_quotes(view.corpus.articles[item.article]))
    later = contest.updates.get(claim.ref)
    return {
        "link": view.claim(claim.ref, claim.says),
        "value": value_words(view.interface, claim.value) if claim.value else "",
        "by": view.actors(claim.by),
        "said": view.words(claim.said) if claim.said else "",
        "status": claim.status,
        "status_words": view.term(claim.status),
        "rests_on": support_words(view.interface, view.relations.sourcing[claim.ref]),
        "updated_by": view.claim(later) if later else "",
        "quotes": [
            in_its_words(view, view.corpus.articles[item.article], item.quote) for item in printed if item.quote
        ],
        "brief": view.brief(claim.brief),
    }


def contested_questions(view: View, refs: tuple[str, ...]) -> dict[str, Any]:
    """The questions among these claims' that have more than one answer, in the order of the claims.

    As many as a page has room for stand there with their answers, the others as links.
    """
    contests = view.relations.contests
    asked = dict.fromkeys(view.corpus.claims[ref].answers for ref in refs)
    ids = [id_ for id_ in asked if id_ and len(contests[id_].answers) > 1]
    last = accumulate(len(contests[id_].answers) for id_ in ids)
    whole = [id_ for id_, end in zip(ids, last, strict=True) if end <= MOST_ANSWERS]
    rest = ids[len(whole) :]
    more = [
        Safe(f"{view.question(id_)} — {view.say_n(*ANSWERS, len(contests[id_].answers))}") for id_ in rest[:MOST_LINKS]
    ]
    left = view.say("{count} more, among all questions", count=len(rest) - len(more))
    further = [links.link(left, view.to(links.section("question")))] if len(rest) > len(more) else []
    return {
        "questions": [answers_part(view, id_) for id_ in whole],
        "more": [*more, *further],
    }
