"""Corpus to the passages of prose that readers see, each with its place on a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from dateline.findings import At
from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.corpus import Corpus

PassageKind = Literal["summary", "body", "claim", "date", "article"]


class Passage(NamedTuple):
    """One text of a brief."""

    brief: str
    kind: PassageKind
    key: str
    """The claim's or date's id, or the article's name; empty for summary and body."""
    text: str
    """Markdown."""
    at: At
    """Where the text stands."""


def passages(corpus: Corpus) -> Iterator[Passage]:
    """Every text of every brief that is printed whole, in the order of its page."""
    for slug in corpus.briefs:
        yield from passages_of(slug, corpus)


def passages_of(slug: str, corpus: Corpus) -> Iterator[Passage]:
    """The texts of one brief."""
    yield from desk_texts(corpus.briefs[slug])
    for article in corpus.articles_by_brief[slug]:
        if is_printed(article):
            yield Passage(slug, "article", article.name, article.body, article.at)


def is_printed(article: Article) -> bool:
    """Whether the whole stored text may appear."""
    return article.rights == "full" and bool(article.body)


def desk_texts(brief: Brief) -> Iterator[Passage]:
    """The texts of one brief that its desk wrote, in the order of its page."""
    if brief.summary:
        yield Passage(brief.id, "summary", "", brief.summary, brief.at.to("summary"))
    if brief.body:
        yield Passage(brief.id, "body", "", brief.body, brief.at.to("body"))
    for claim in brief.claims:
        yield Passage(brief.id, "claim", claim.id, claim.says, claim.at.to("says"))
    for event in brief.dates:
        yield Passage(brief.id, "date", event.id, event.what, event.at.to("what"))
