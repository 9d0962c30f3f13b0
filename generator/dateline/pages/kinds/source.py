"""A source to its page: what it is, how reliable, its articles, the claims that rest on it."""

from __future__ import annotations

from typing import Any

from dateline.model.source import Grade, Source
from dateline.model.words.catalogue import to_say
from dateline.pages import links
from dateline.pages.escape import address
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.rolls import rolls_of
from dateline.pages.rows import source_row
from dateline.pages.template import fill
from dateline.pages.view import View

GRADE_WORDS = {
    "A": to_say("completely reliable"),
    "B": to_say("usually reliable"),
    "C": to_say("fairly reliable"),
    "D": to_say("not usually reliable"),
    "E": to_say("unreliable"),
    "F": to_say("reliability cannot be judged"),
}
KIND_WORDS = {"igo": to_say("intergovernmental organisation"), "ngo": to_say("non-governmental organisation")}


def _page(view: View, id_: str) -> Page:
    source = view.corpus.sources[id_]
    values = {
        "title": source.name,
        "about": _about(view, source),
        "address": (address(source.url) or "") if source.url else "",
        "grades": _grades(view, source),
        "rolls": rolls_of(view, "source", id_),
    }
    row = source_row(view, source)
    formerly = links.former_paths("source", source.formerly)
    facts = Facts(kind="source", id=id_, source=source.at.file, twin=row, rows={"sources": (row,)}, formerly=formerly)
    return Page(
        path=view.here, title=source.name, markdown=fill("kinds/source.md.j2", values, view.language), facts=facts
    )


def _about(view: View, source: Source) -> list[str]:
    kind = KIND_WORDS.get(source.kind, source.kind)
    languages = view.joined(source.languages)
    parts = (
        "" if source.kind == "other" else view.term(kind).capitalize(),
        source.country or "",
        view.say("owned by {owner}", owner=source.owner) if source.owner else "",
        view.say("affiliated with {state}", state=source.state_affiliation) if source.state_affiliation else "",
        view.say("publishes in {languages}", languages=languages) if languages else "",
    )
    return [part for part in parts if part]


def _grades(view: View, source: Source) -> list[dict[str, Any]]:
    return [
        {
            "grade": grade.grade,
            "words": view.listing(_grade(view, grade)),
            "basis": grade.basis or "",
        }
        for grade in source.reliability
    ]


def _grade(view: View, grade: Grade) -> list[str]:
    since = [view.say("since {day}", day=view.words(grade.from_))] if grade.from_ else []
    return [
        "",
        view.say(GRADE_WORDS[grade.grade]),
        *since,
        *([view.say("by {author}", author=grade.by)] if grade.by else []),
    ]


KIND = Kind(
    name="source",
    subjects=lambda corpus, _: corpus.sources,
    page=_page,
    path=lambda id_: links.path_of("source", id_),
    title=lambda view, id_: view.corpus.sources[id_].name,
)
