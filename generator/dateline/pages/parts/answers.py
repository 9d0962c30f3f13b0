"""The answers to one question, side by side: what, who says it, when, and what it rests on."""

from __future__ import annotations

from typing import Any

from dateline.model.claim import Claim
from dateline.pages.parts.evidence import in_its_words
from dateline.pages.parts.figures import value_words
from dateline.pages.parts.support import support_words
from dateline.pages.printing import may_print_quotes
from dateline.pages.view import View
from dateline.relate.contests import Contest

COMPATIBLE = {
    True: "The figures can all be true at once.",
    False: "Not all of these figures can be true at once; no winner is chosen.",
    None: "",
}


def answers_part(view: View, question: str) -> dict[str, Any]:
    """What `parts/answers.md.j2` needs."""
    contest = view.relations.contests[question]
    return {
        "question": view.question(question),
        "compatible": COMPATIBLE[contest.compatible],
        "entries": [_answer(view, view.corpus.claims[ref], contest) for ref in contest.answers],
    }


def _answer(view: View, claim: Claim, contest: Contest) -> dict[str, Any]:
    printed = (item for item in claim.evidence if item.quote and may_print_quotes(view.corpus.articles[item.article]))
    later = contest.updates.get(claim.ref)
    return {
        "link": view.claim(claim.ref, claim.says),
        "value": value_words(claim.value) if claim.value else "",
        "by": view.actors(claim.by),
        "said": view.words(claim.said) if claim.said else "",
        "status": claim.status,
        "rests_on": support_words(view.relations.sourcing[claim.ref]),
        "updated_by": view.claim(later) if later else "",
        "quotes": [
            in_its_words(view, view.corpus.articles[item.article], item.quote) for item in printed if item.quote
        ],
        "brief": view.brief(claim.brief),
    }


def contested_questions(view: View, refs: tuple[str, ...]) -> list[dict[str, Any]]:
    """The questions among these claims' that have more than one answer, in the order of the claims."""
    asked = dict.fromkeys(view.corpus.claims[ref].answers for ref in refs)
    contests = view.relations.contests
    return [answers_part(view, id_) for id_ in asked if id_ and len(contests[id_].answers) > 1]
