"""The articles of a source to lines: each with the claims that rest on it, alone or with others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.pages.escape import Safe
from dateline.pages.view import View
from dateline.relate.support import Sourcing


def article_lines(view: View, refs: Sequence[str]) -> list[dict[str, Any]]:
    """What `parts/source_articles.md.j2` needs."""
    return [_line(view, ref) for ref in refs]


def _line(view: View, ref: str) -> dict[str, Any]:
    article = view.corpus.articles[ref]
    return {
        "link": view.article(ref),
        "published": view.words(article.published) if article.published else "",
        "brief": view.brief(article.brief),
        "claims": _claims(view, ref),
    }


def _claims(view: View, article: str) -> list[Safe]:
    """The claims that rest on an article, each with whether anything else carries it."""
    refs = view.relations.backlinks.claims_by_article.get(article, ())
    return [Safe(f"{view.claim(ref)} — {_weight(view, view.relations.sourcing[ref], article)}") for ref in refs]


def _weight(view: View, sourcing: Sourcing, article: str) -> str:
    if not any(article in group.articles for group in sourcing.supporting):
        return view.say("not counted as support")
    others = len(sourcing.supporting) - 1
    if not others:
        return view.say("its only origin")
    return view.say_n("with {count} other origin", "with {count} other origins", others)
