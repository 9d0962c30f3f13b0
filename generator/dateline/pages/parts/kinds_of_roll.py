"""The lists on pages by what is in them: its words, its time, how its lines read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dateline.model.corpus import Corpus
from dateline.model.event import Event
from dateline.model.when import When
from dateline.model.words.catalogue import to_count, to_say
from dateline.pages.counted import ANSWERS, ARTICLES, BRIEFS, CLAIMS, DATES, PASSAGES, RELATIONS
from dateline.pages.escape import Safe, text
from dateline.pages.parts.answers import answer_lines
from dateline.pages.parts.event import timeline_part
from dateline.pages.parts.mention import mention_lines, passage_line
from dateline.pages.parts.relation import relation_line
from dateline.pages.parts.roll import Items, Roll, Values
from dateline.pages.parts.source_articles import article_lines
from dateline.pages.view import View
from dateline.relate.mentions import Mention


def _dates(view: View, id_: str, events: Sequence[Event]) -> Values:
    return timeline_part(view, events, view.prose(unlinked=[id_]))


def _claims(view: View, _: str, refs: Sequence[str]) -> Values:
    claims = [view.corpus.claims[ref] for ref in refs]
    return {
        "claims": [
            {
                "link": view.claim(claim.ref),
                "said": view.words(claim.said) if claim.said else "",
                "by": view.actors(claim.by),
                "status": claim.status,
                "status_words": view.term(claim.status),
                "brief": view.brief(claim.brief),
            }
            for claim in claims
        ]
    }


def _briefs(view: View, id_: str, slugs: Sequence[str]) -> Values:
    return {"briefs": [_brief(view, id_, slug) for slug in slugs]}


def _brief(view: View, actor: str, slug: str) -> Safe:
    roles = [item.role for item in view.corpus.heads[slug].actors if item.actor == actor and item.role]
    return view.brief(slug) + (Safe(f" — {text(view.joined(roles))}") if roles else Safe(""))


def _mentions(view: View, _: str, mentions: Sequence[Mention]) -> Values:
    return {"mentions": mention_lines(view, mentions)}


def _articles(view: View, _: str, refs: Sequence[str]) -> Values:
    return {"articles": article_lines(view, refs)}


def _answers(view: View, id_: str, refs: Sequence[str]) -> Values:
    return {"answers": {"entries": answer_lines(view, id_, refs), "compatible": ""}}


def said(corpus: Corpus, ref: str) -> When | None:
    """When a claim was made, or its brief published."""
    claim = corpus.claims[ref]
    return claim.said or published(corpus, claim.brief)


def published(corpus: Corpus, slug: str) -> When | None:
    """When a brief was."""
    return corpus.heads[slug].published


def line_roll(
    title: str,
    counted: tuple[str, str],
    items: Items,
    line: Callable[[View, str, Any], Safe],
    when: Callable[[Corpus, Any], When | None] = lambda *_: None,
) -> Roll:
    """Things of which each is one line; `line` is handed what the list is about, and the thing."""

    def values(view: View, id_: str, found: Sequence[Any]) -> Values:
        return {"lines": [line(view, id_, item) for item in found]}

    return Roll(title=title, counted=counted, layout="parts/lines.md.j2", items=items, when=when, values=values)


def claim_roll(title: str, items: Items, layout: str) -> Roll:
    """Claims that an actor makes, or about an actor or topic."""
    return Roll(title=title, counted=CLAIMS, layout=layout, items=items, when=said, values=_claims)


def timeline_roll(items: Items) -> Roll:
    """What happened, with a picture."""
    return Roll(
        title=to_say("Timeline"),
        counted=DATES,
        layout="parts/timeline.md.j2",
        items=items,
        when=lambda _, event: event.when,
        values=_dates,
    )


def brief_roll(items: Items) -> Roll:
    """Briefs under a topic, or with an actor."""
    return Roll(
        title=to_say("Briefs"),
        counted=BRIEFS,
        layout="parts/briefs.md.j2",
        items=items,
        when=published,
        values=_briefs,
    )


def article_roll(items: Items) -> Roll:
    """The articles of a source."""
    return Roll(
        title=to_say("Articles"),
        counted=ARTICLES,
        layout="parts/source_articles.md.j2",
        items=items,
        when=lambda corpus, ref: corpus.articles[ref].published,
        values=_articles,
    )


def answer_roll(items: Items) -> Roll:
    """The answers to a question."""
    return Roll(
        title=to_say("Answers"),
        counted=ANSWERS,
        layout="parts/answers.md.j2",
        items=items,
        when=said,
        values=_answers,
    )


def mention_roll(items: Items) -> Roll:
    """Sentences that name an actor."""
    return Roll(
        title=to_say("Where it is named"),
        counted=to_count("{count} mention", "{count} mentions"),
        layout="parts/mentions.md.j2",
        items=items,
        when=lambda corpus, mention: published(corpus, mention.brief),
        values=_mentions,
    )


def passage_roll(items: Items) -> Roll:
    """Sentences with a `[[link]]` to a thing."""
    return line_roll(
        to_say("Named in"),
        PASSAGES,
        items,
        lambda view, _, written: passage_line(view, written),
        lambda corpus, written: published(corpus, written.brief),
    )


def relation_roll(items: Items) -> Roll:
    """An actor's ties to others."""
    return line_roll(to_say("Relations"), RELATIONS, items, relation_line, lambda _, tie: tie.relation.when)
