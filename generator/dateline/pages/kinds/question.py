"""A question to its page: every answer to it, side by side, with no winner."""

from __future__ import annotations

from typing import Any

from dateline.model.claim import Claim
from dateline.pages import links
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.claim import quoted, value_words
from dateline.pages.printing import may_print_quotes
from dateline.pages.rows import question_row
from dateline.pages.template import fill
from dateline.pages.view import View, listing


def _page(view: View, id_: str) -> Page:
    question = view.corpus.questions[id_]
    refs = view.relations.backlinks.claims_by_question.get(id_, ())
    values: dict[str, Any] = {
        "title": question.asks or id_,
        "unit": question.unit or "",
        "about": listing([view.subject(subject) for subject in question.about]),
        "answers": [_answer(view, view.corpus.claims[ref]) for ref in refs],
    }
    row = question_row(view, question)
    facts = Facts(kind="question", id=id_, source=question.at.file, twin=row, rows={"questions": (row,)})
    return Page(path=view.here, title=values["title"], markdown=fill("kinds/question.md.j2", values), facts=facts)


def _answer(view: View, claim: Claim) -> dict[str, Any]:
    quotes = [
        quoted(item.quote)
        for item in claim.evidence
        if item.quote and may_print_quotes(view.corpus.articles[item.article])
    ]
    return {
        "link": view.claim(claim.ref, claim.says),
        "value": value_words(claim.value) if claim.value else "",
        "by": view.actors(claim.by),
        "said": view.words(claim.said) if claim.said else "",
        "status": claim.status,
        "quotes": quotes,
        "brief": view.brief(claim.brief),
    }


KIND = Kind(
    name="question",
    subjects=lambda corpus, _: corpus.questions,
    page=_page,
    path=lambda id_: links.path_of("question", id_),
)
