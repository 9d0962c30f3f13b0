"""A source to its page: what it is, how reliable, its articles, the claims that rest on it."""

from __future__ import annotations

from typing import Any

from dateline.model.source import Source
from dateline.pages import links
from dateline.pages.escape import Safe, address, text
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.rolls import rolls_of
from dateline.pages.parts.ways_back import ways_back
from dateline.pages.rows import source_row
from dateline.pages.template import fill
from dateline.pages.view import View

GRADE_WORDS = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable", "F": "reliability cannot be judged",
}  # fmt: skip
KIND_WORDS = {"igo": "intergovernmental organisation", "ngo": "non-governmental organisation", "other": ""}


def _page(view: View, id_: str) -> Page:
    source = view.corpus.sources[id_]
    values = {
        "title": source.name,
        "about": _about(source),
        "address": (address(source.url) or "") if source.url else "",
        "grades": _grades(view, source),
        "rolls": rolls_of(view, "source", id_),
        "ways_back": ways_back(view, id_),
    }
    row = source_row(view, source)
    formerly = links.former_paths("source", source.formerly)
    facts = Facts(kind="source", id=id_, source=source.at.file, twin=row, rows={"sources": (row,)}, formerly=formerly)
    return Page(path=view.here, title=source.name, markdown=fill("kinds/source.md.j2", values), facts=facts)


def _about(source: Source) -> list[str]:
    kind = KIND_WORDS.get(source.kind, source.kind.replace("-", " "))
    owner = f"owned by {source.owner}" if source.owner else ""
    state = f"affiliated with {source.state_affiliation}" if source.state_affiliation else ""
    languages = f"publishes in {', '.join(source.languages)}" if source.languages else ""
    return [part for part in (kind.capitalize(), source.country or "", owner, state, languages) if part]


def _grades(view: View, source: Source) -> list[dict[str, Any]]:
    return [
        {
            "grade": grade.grade,
            "words": GRADE_WORDS[grade.grade],
            "since": view.words(grade.from_) if grade.from_ else "",
            "basis": grade.basis or "",
            "by": Safe(f"by {text(grade.by)}") if grade.by else "",
        }
        for grade in source.reliability
    ]


KIND = Kind(
    name="source", subjects=lambda corpus, _: corpus.sources, page=_page, path=lambda id_: links.path_of("source", id_)
)
