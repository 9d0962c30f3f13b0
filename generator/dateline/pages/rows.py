"""Records to rows of `data/*.json`, with the fields that content.md names."""

from __future__ import annotations

from typing import Any

from dateline.model.actor import Actor, Alias
from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.event import Event, Location
from dateline.model.source import Source
from dateline.model.topic import Question
from dateline.model.when import When
from dateline.pages import links
from dateline.pages.page import Row, without_empty
from dateline.pages.parts.sourcing import sourcing_row
from dateline.pages.view import View
from dateline.relate.clocks import readings


def brief_row(view: View, brief: Brief) -> Row:
    """A brief in `data/briefs.json`."""
    row = {
        "id": brief.id,
        "title": brief.title,
        "url": links.url_of(links.path_of("brief", brief.id)),
        "summary": brief.summary,
        "state": brief.state,
        "published": when(brief.published),
        "updated": when(brief.updated),
        "topics": list(brief.topics),
        "actors": list(view.relations.backlinks.involved[brief.id]),
        "claims": [claim.ref for claim in brief.claims],
        "dates": [event.ref for event in brief.dates],
        "articles": [article.ref for article in view.corpus.articles_by_brief[brief.id]],
        "related": [near.brief for near in view.relations.neighbours[brief.id]],
        "supersedes": list(brief.supersedes),
        "sourcing": sourcing_row(view, brief),
        "authors": list(brief.authors),
        "reviewers": list(brief.reviewers),
        **brief.extras,
    }
    return without_empty(row, always=("state", "actors", "claims", "dates", "articles"))


def event_row(event: Event) -> Row:
    """An event in `data/dates.json`."""
    row = {
        "id": event.ref,
        "brief": event.brief,
        "url": f"{links.url_of(links.path_of('brief', event.brief))}#{links.anchor(event)}",
        "when": str(event.when),
        "earliest": _day(event.when.earliest),
        "latest": _day(event.when.latest),
        "what": event.what,
        "who": [item.actor for item in event.who],
        **_where(event.where),
        "clocks": [{"place": it.place, "day": str(it.day), "time": it.time} for it in readings(event)],
        "claims": list(event.claims),
        "status": event.status,
        "until_known": event.until_known,
        **event.extras,
    }
    return {"earliest": None, "latest": None} | without_empty(row, always=("status", "who"))


def _where(where: Location | None) -> Row:
    if where is None:
        return {}
    return {"where": where.name, "lat": where.lat, "lon": where.lon, "precision": where.precision}


def actor_row(view: View, actor: Actor) -> Row:
    """An actor in `data/actors.json`."""
    back = view.relations.backlinks
    claims = dict.fromkeys((*back.claims_by.get(actor.id, ()), *back.claims_about.get(actor.id, ())))
    row = {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": [_alias(alias) for alias in actor.aliases],
        "url": links.url_of(links.path_of("actor", actor.id)),
        "description": actor.description,
        "country": actor.country,
        "active": when(actor.active),
        "briefs": list(back.briefs_by_actor.get(actor.id, ())),
        "claims": list(claims),
        "dates": [event.ref for event in view.relations.timeline.by_actor.get(actor.id, ())],
        "links": dict(actor.links),
        **actor.extras,
    }
    return without_empty(row, always=("aliases", "briefs", "claims", "dates"))


def source_row(view: View, source: Source) -> Row:
    """A source in `data/sources.json`."""
    row = {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "url": links.url_of(links.path_of("source", source.id)),
        "address": source.url,
        "owner": source.owner,
        "country": source.country,
        "languages": list(source.languages),
        "state_affiliation": source.state_affiliation,
        "reliability": [
            without_empty({"grade": grade.grade, "from": when(grade.from_), "basis": grade.basis, "by": grade.by})
            for grade in source.reliability
        ],
        "articles": list(view.relations.backlinks.articles_by_source.get(source.id, ())),
        **source.extras,
    }
    return without_empty(row, always=("articles",))


def question_row(view: View, question: Question) -> Row:
    """A question in `data/questions.json`; `compatible` is null when no two answers can be compared."""
    contest = view.relations.contests[question.id]
    row = {
        "id": question.id,
        "asks": question.asks or question.id,
        "url": links.url_of(links.path_of("question", question.id)),
        "about": list(question.about),
        "unit": question.unit,
        "answers": list(contest.answers),
        "compatible": contest.compatible,
        "conflicts": [list(pair) for pair in contest.conflicts],
    }
    return without_empty(row, always=("asks", "answers", "compatible"))


def article_row(article: Article) -> Row:
    """An article on its brief's JSON twin; never its text."""
    row = {
        "id": article.ref,
        "title": article.title,
        "source": article.source,
        "authors": list(article.authors),
        "text": article.text,
        "published": when(article.published),
        "language": article.language,
        "place": article.place,
        "agency": article.agency,
        "address": article.url,
        "rights": article.rights,
        "status": article.status,
        **article.extras,
    }
    return without_empty(row, always=("text", "rights", "status"))


def when(value: When | None) -> str | None:
    """A date as EDTF."""
    return None if value is None else str(value)


def _day(value: Any) -> str | None:
    return None if value is None else str(value)


def _alias(alias: Alias) -> Row:
    row = {"name": alias.name, "language": alias.language, "use": alias.use, "from": when(alias.from_)}
    return without_empty(row | {"to": when(alias.to)})
