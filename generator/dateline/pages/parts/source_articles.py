"""The articles of a source to lines: each with the claims that rest on it, alone or with others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.pages import links
from dateline.pages.escape import Safe
from dateline.pages.parts.shelf import rooms
from dateline.pages.view import View
from dateline.relate.support import Sourcing

MOST_CLAIMS = 200
"""Under all articles of one page together; the page of an article's brief lists all that rest on it elsewhere."""


def article_lines(view: View, refs: Sequence[str]) -> list[dict[str, Any]]:
    """What `parts/source_articles.md.j2` needs."""
    resting = view.relations.backlinks.claims_by_article
    room = rooms({ref: len(resting.get(ref, ())) for ref in refs}, MOST_CLAIMS)
    return [_line(view, ref, room[ref]) for ref in refs]


def _line(view: View, ref: str, room: int) -> dict[str, Any]:
    article = view.corpus.articles[ref]
    return {
        "link": view.article(ref),
        "published": view.words(article.published) if article.published else "",
        "brief": view.brief(article.brief),
        "claims": _claims(view, ref, room),
    }


def _claims(view: View, article: str, room: int) -> list[Safe]:
    """The claims that rest on an article, each with whether anything else carries it."""
    refs = view.relations.backlinks.claims_by_article.get(article, ())
    sourcing, rest = view.relations.sourcing, len(refs) - room
    shown = [Safe(f"{view.claim(ref)} — {_weight(view, sourcing[ref], article)}") for ref in refs[:room]]
    brief = view.to(links.path_of("brief", view.corpus.articles[article].brief), "linked-from")
    return [*shown, links.link(view.say("{count} more", count=rest), brief)] if rest > 0 else shown


def _weight(view: View, sourcing: Sourcing, article: str) -> str:
    if not any(article in group.articles for group in sourcing.supporting):
        return view.say("not counted as support")
    others = len(sourcing.supporting) - 1
    if not others:
        return view.say("its only origin")
    return view.say_n("with {count} other origin", "with {count} other origins", others)
