"""A brief to its page: bottom line, claims and quotes, dates, who is involved, articles, related briefs."""

from __future__ import annotations

from typing import Any

from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.words.catalogue import to_count, to_say
from dateline.pages import links
from dateline.pages.claim_rows import claim_row
from dateline.pages.counted import CLAIMS
from dateline.pages.escape import Safe, address, text
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page, Row
from dateline.pages.parts.answers import contested_questions
from dateline.pages.parts.card import brief_cards
from dateline.pages.parts.claim import claim_part
from dateline.pages.parts.event import event_line
from dateline.pages.parts.evidence import publication
from dateline.pages.parts.ledger import entries_of, ledger_row, newest_first
from dateline.pages.parts.legend import legend_part
from dateline.pages.parts.picture import picture
from dateline.pages.parts.printed_text import printed_texts
from dateline.pages.parts.rolls import ROLLS, rolls_of, ways_back
from dateline.pages.parts.sourcing import sourcing_part
from dateline.pages.parts.stored_text import stored_text
from dateline.pages.rows import article_row, brief_row, event_row
from dateline.pages.template import fill
from dateline.pages.view import View
from dateline.relate.neighbours import Neighbour

FROM_ARTICLES = to_count("from {count} article", "from {count} articles")
STATE_NOTES = {
    "draft": to_say("This brief is a draft."),
    "in-review": to_say("This brief is being reviewed."),
    "withdrawn": to_say("This brief has been withdrawn."),
    "superseded": to_say("This brief has been superseded."),
}
TEXT_WORDS = {"excerpt": to_say("An excerpt."), "summary": to_say("Our own summary of the original.")}
STATUS_NOTES = {
    "corrected": to_say("Its publisher has corrected this article."),
    "retracted": to_say("Its publisher has retracted this article."),
    "removed": to_say("Its publisher has removed this article."),
}


def _page(view: View, slug: str) -> Page:
    brief = view.corpus.briefs[slug]
    articles = view.corpus.articles_by_brief[slug]
    preferred = frozenset(item.actor for item in brief.actors)
    timeline_prose, dates = view.prose(preferred), view.relations.timeline.by_brief.get(slug, ())
    row = brief_row(view, brief)
    values = {
        "title": brief.title,
        "about": _about(view, brief, articles),
        "notes": _notes(view, brief),
        "summary": view.prose(preferred).blocks(brief.summary) if brief.summary else "",
        "claims": [claim_part(view, claim) for claim in brief.claims],
        "picture": picture(view, dates, [links.anchor(event) for event in dates]),
        "events": [event_line(view, event, timeline_prose, with_brief=False) for event in dates],
        "involved": _involved(view, brief),
        "also_named": view.actors(_also_named(view, brief)),
        "body": view.prose(preferred).blocks(brief.body) if brief.body else "",
        "articles": [_article(view, article) for article in articles],
        "related": [_related(view, near) for near in view.relations.neighbours[slug]],
        "ways_back": ways_back(rolls_of(view, "brief", slug), *ROLLS["brief"]),
        "contested": contested_questions(view, tuple(claim.ref for claim in brief.claims)),
        "statement": sourcing_part(view, brief, row["sourcing"]),
        "legend": legend_part(view, brief),
        "cite": _cite(view, brief),
        "corrections": [
            {"on": view.words(entry.on), "kind": view.term(entry.kind), "what": entry.what, "why": entry.why or ""}
            for entry in brief.corrections
        ],
    }
    markdown = fill("kinds/brief.md.j2", values, view.language)
    return Page(path=view.here, title=brief.title, markdown=markdown, facts=_facts(view, brief, articles, row))


def _facts(view: View, brief: Brief, articles: tuple[Article, ...], row: Row) -> Facts:
    claims = tuple(claim_row(view, claim) for claim in brief.claims)
    dates = tuple(event_row(event) for event in view.relations.timeline.by_brief.get(brief.id, ()))
    inside = {"claims": claims, "dates": dates, "articles": [article_row(article) for article in articles]}
    return Facts(
        kind="brief",
        id=brief.id,
        source=brief.at.file,
        formerly=links.former_paths("brief", brief.formerly),
        twin={**row, **inside},
        rows={"briefs": (row,), "claims": claims, "dates": dates},
        cards=tuple(brief_cards(view, brief)),
        texts=printed_texts(view, brief),
        ledger=tuple(map(ledger_row, newest_first(entries_of(brief)))),
    )


def _about(view: View, brief: Brief, articles: tuple[Article, ...]) -> list[Safe]:
    topics = view.listing([view.topic(id_) for id_ in brief.topics])
    parts = [
        text(view.say("Published {day}", day=view.words(brief.published))) if brief.published else None,
        text(view.say("Updated {day}", day=view.words(brief.updated))) if brief.updated else None,
        text(view.say("By {authors}", authors=view.joined(brief.authors))) if brief.authors else None,
        text(f"{view.say_n(*CLAIMS, len(brief.claims))} {view.say_n(*FROM_ARTICLES, len(articles))}"),
        view.safe("Topics: {topics}", topics=topics) if topics else None,
    ]
    return [part for part in parts if part]


def _cite(view: View, brief: Brief) -> str:
    parts = [
        view.joined(brief.authors),
        view.say("“{words}”", words=brief.title),
        view.words(brief.published) if brief.published else "",
        view.say("updated {day}", day=view.words(brief.updated)) if brief.updated else "",
        view.say("brief “{id}”", id=brief.id),
    ]
    return view.joined(part for part in parts if part) + "."


def _notes(view: View, brief: Brief) -> list[Safe]:
    notes = [text(view.say(STATE_NOTES[brief.state]))] if brief.state in STATE_NOTES else []
    later = view.relations.backlinks.superseded_by.get(brief.id, ())
    notes += [view.safe("Superseded by {brief}.", brief=view.brief(slug)) for slug in later]
    notes += [view.safe("This brief supersedes {brief}.", brief=view.brief(slug)) for slug in brief.supersedes]
    return notes


def _involved(view: View, brief: Brief) -> list[dict[str, Any]]:
    declared = {item.actor: item for item in brief.actors}
    return [
        {
            "actor": view.actor(id_),
            "role": (declared[id_].role or "") if id_ in declared else "",
            "note": (declared[id_].note or "") if id_ in declared else "",
        }
        for id_ in view.relations.backlinks.involved[brief.id]
    ]


def _also_named(view: View, brief: Brief) -> list[str]:
    involved = set(view.relations.backlinks.involved[brief.id])
    named = dict.fromkeys(mention.actor for mention in view.relations.mentions.by_brief.get(brief.id, ()))
    return [actor for actor in named if actor not in involved]


def _article(view: View, article: Article) -> dict[str, Any]:
    live = address(article.url) if article.url else None
    return {
        "anchor": links.anchor(article),
        "old_anchors": links.former_anchors(article),
        "title": view.title(article),
        "publication": publication(view, article),
        "authors": view.joined(article.authors),
        "agency": article.agency or "",
        "place": article.place or "",
        "live": live or "",
        "archived": [found for found in map(address, article.archived) if found],
        "what": view.say(what) if (what := TEXT_WORDS.get(article.text)) else "",
        "status": view.say(note) if (note := STATUS_NOTES.get(article.status)) else "",
        "status_why": article.status_why or "",
        "licence": article.licence or "",
        "text": stored_text(view, article),
    }


def _related(view: View, near: Neighbour) -> dict[str, Any]:
    shared = []
    if near.actors:
        shared.append(view.safe("both involve {actors}", actors=view.actors(near.actors[:5])))
    if near.topics:
        topics = view.listing([view.topic(id_) for id_ in near.topics])
        shared.append(view.safe("both are about {topics}", topics=topics))
    if near.days is not None:
        days = view.say_n("{count} day apart", "{count} days apart", near.days)
        shared.append(text(days if near.days else view.say("at the same time")))
    return {"brief": view.brief(near.brief), "why": near.why, "shared": view.safe("; ").join(shared)}


KIND = Kind(
    name="brief",
    subjects=lambda corpus, _: corpus.briefs,
    page=_page,
    path=lambda slug: links.path_of("brief", slug),
    title=lambda view, slug: view.corpus.briefs[slug].title,
)
