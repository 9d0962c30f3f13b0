"""A question to its page: every answer to it, side by side, with no winner."""

from __future__ import annotations

from typing import Any

from dateline.pages import links
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.answers import compatible_words
from dateline.pages.parts.rolls import rolls_of
from dateline.pages.rows import question_row
from dateline.pages.template import fill
from dateline.pages.view import View


def _page(view: View, id_: str) -> Page:
    question = view.corpus.questions[id_]
    values: dict[str, Any] = {
        "title": question.asks or id_,
        "unit": question.unit or "",
        "about": view.listing([view.subject(subject) for subject in question.about]),
        "rolls": rolls_of(view, "question", id_),
        "compatible": compatible_words(view, view.relations.contests[id_]),
    }
    row = question_row(view, question)
    formerly = links.former_paths("question", question.formerly)
    facts = Facts(
        kind="question",
        id=id_,
        source=question.at.file,
        line=view.corpus.lines.get(f"question/{id_}", 1),
        twin=row,
        rows={"questions": (row,)},
        formerly=formerly,
    )
    return Page(
        path=view.here, title=values["title"], markdown=fill("kinds/question.md.j2", values, view.language), facts=facts
    )


KIND = Kind(
    name="question",
    subjects=lambda corpus, _: corpus.questions,
    page=_page,
    path=lambda id_: links.path_of("question", id_),
    title=lambda view, id_: view.corpus.questions[id_].asks or id_,
)
