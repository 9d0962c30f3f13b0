"""A source to its page: what it is, how reliable, its articles, the claims that rest on it."""

from __future__ import annotations

from typing import Any

from dateline.model.source import Source
from dateline.pages import links
from dateline.pages.escape import Safe, address, text
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.ways_back import ways_back
from dateline.pages.rows import source_row
from dateline.pages.template import fill
from dateline.pages.view import View, choice
from dateline.relate.support import Sourcing

GRADE_WORDS = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable", "F": "reliability cannot be judged",
}  # fmt: skip
KIND_WORDS = {"igo": "intergovernmental organisation", "ngo": "non-governmental organisation", "other": ""}


def _page(view: View, id_: str) -> Page:
    source = view.corpus.sources[id_]
    refs = view.relations.backlinks.articles_by_source.get(id_, ())
    articles = [view.corpus.articles[ref] for ref in refs]
    values = {
        "title": source.name,
        "about": _about(source),
        "address": (address(source.url) or "") if source.url else "",
        "grades": _grades(view, source),
        "articles": [
            {
                "link": view.article(article.ref),
                "published": view.words(article.published) if article.published else "",
                "brief": view.brief(article.brief),
                "claims": _claims(view, article.ref),
            }
            for article in articles
        ],
        "ways_back": ways_back(view, id_),
    }
    row = source_row(view, source)
    formerly = links.former_paths("source", source.formerly)
    facts = Facts(kind="source", id=id_, source=source.at.file, twin=row, rows={"sources": (row,)}, formerly=formerly)
    return Page(path=view.here, title=source.name, markdown=fill("kinds/source.md.j2", values), facts=facts)


def _claims(view: View, article: str) -> list[Safe]:
    """The claims that rest on an article, each with whether anything else carries it."""
    refs = view.relations.backlinks.claims_by_article.get(article, ())
    return [Safe(f"{view.claim(ref)} — {_weight(view.relations.sourcing[ref], article)}") for ref in refs]


def _weight(sourcing: Sourcing, article: str) -> str:
    if not any(article in group.articles for group in sourcing.supporting):
        return "not counted as support"
    others = len(sourcing.supporting) - 1
    return f"with {choice(others, 'other origin', 'other origins')}" if others else "its only origin"


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
