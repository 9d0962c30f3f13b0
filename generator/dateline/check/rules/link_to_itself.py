"""Records to the links by which one names itself."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import At, Finding, error
from dateline.model.actor import Actor
from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.corpus import Corpus

FAULT = error("D507", "link-to-itself")
REMEDY = "name the other one, or delete the link"


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for id_, other, at, what in _links(inquiry.corpus):
        if other == id_:
            yield FAULT.at(at, f"this {what} links to itself", REMEDY)


def _links(corpus: Corpus) -> Iterator[tuple[str, str | None, At, str]]:
    """Who names whom, where, and what it is."""
    for brief in corpus.briefs.values():
        yield from _of_brief(brief)
    for article in corpus.articles.values():
        yield from _of_article(article)
    for actor in corpus.actors.values():
        yield from _of_actor(actor)
    for topic in corpus.topics.values():
        for index, other in enumerate(topic.related):
            yield topic.id, other, topic.at.to("related", index), "topic"


def _of_brief(brief: Brief) -> Iterator[tuple[str, str | None, At, str]]:
    for index, related in enumerate(brief.related):
        yield brief.id, related.brief, brief.at.to("related", index), "brief"
    for index, other in enumerate(brief.supersedes):
        yield brief.id, other, brief.at.to("supersedes", index), "brief"
    for claim in brief.claims:
        for index, link in enumerate(claim.links):
            yield claim.ref, link.to, claim.at.to("links", index, "to"), "claim"


def _of_article(article: Article) -> Iterator[tuple[str, str | None, At, str]]:
    yield article.ref, article.translation_of, article.at.to("translation_of"), "article"
    if article.origin:
        yield article.ref, article.origin.of, article.at.to("origin", "of"), "article"


def _of_actor(actor: Actor) -> Iterator[tuple[str, str | None, At, str]]:
    for index, relation in enumerate(actor.relations):
        yield actor.id, relation.to, actor.at.to("relations", index, "to"), "actor"


RULE = Rule(fault=FAULT, find=_find)
