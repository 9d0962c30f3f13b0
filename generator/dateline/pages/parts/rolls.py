"""The lists on the page of an actor or a topic: what is in each, of when it is, and how it reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.model.corpus import Corpus
from dateline.model.event import Event
from dateline.model.when import When
from dateline.pages import links
from dateline.pages.escape import Safe, text
from dateline.pages.parts.event import timeline_part
from dateline.pages.parts.mention import mention_lines
from dateline.pages.parts.shelf import Shelf, shelf
from dateline.pages.view import View, choice
from dateline.relate.mentions import Mention
from dateline.relate.relations import Relations

Values = Mapping[str, Any]
EMPTY: dict[str, Any] = {"more": "", "picture": "", "timeline": (), "claims": (), "briefs": (), "mentions": ()}
"""A layout takes one of these; an undefined name raises."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Roll:
    """One list of things that are about an actor or a topic."""

    title: str
    counted: tuple[str, str]
    """The word for one and for many."""
    layout: str
    """The template of its lines."""
    items: Callable[[Relations, str], Sequence[Any]]
    """What is in it, by the id of the actor or topic."""
    when: Callable[[Corpus, Any], When | None]
    """By what time it is split where it is long."""
    values: Callable[[View, str, Sequence[Any]], Values]
    """What the layout needs."""


def cut(corpus: Corpus, relations: Relations, kind: str, id_: str, name: str) -> Shelf[Any]:
    """A list as its page shows it, with the years it is split into where it is long."""
    roll = ROLLS[kind][name]
    return shelf(roll.items(relations, id_), lambda item: roll.when(corpus, item))


def rolls_of(view: View, kind: str, id_: str) -> dict[str, Values]:
    """All lists of an actor or a topic, as its page shows them."""
    return {name: _shown(view, kind, id_, name) for name in ROLLS[kind]}


def _shown(view: View, kind: str, id_: str, name: str) -> Values:
    its = cut(view.corpus, view.relations, kind, id_, name)
    more = periods(view, kind, id_, name, its) if its.periods else ""
    return {**laid_out(view, kind, id_, name, its.shown), "any": bool(its.shown), "more": more}


def laid_out(view: View, kind: str, id_: str, name: str, items: Sequence[Any]) -> Values:
    """What `parts/roll.md.j2` needs for some items of a list."""
    roll = ROLLS[kind][name]
    return EMPTY | {"layout": roll.layout, **roll.values(view, id_, items)}


def periods(view: View, kind: str, id_: str, name: str, its: Shelf[Any]) -> Safe:
    """Where all of a list can be read that a page shows the latest of."""
    count = choice(sum(map(len, its.periods.values())), *ROLLS[kind][name].counted)
    ways = [links.link(period, view.to(links.years_of(kind, id_, name, period))) for period in its.periods]
    return Safe(f"The latest {len(its.shown)} of {count}. All by year: {Safe(' · ').join(ways)}")


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
                "brief": view.brief(claim.brief),
            }
            for claim in claims
        ]
    }


def _briefs(view: View, id_: str, slugs: Sequence[str]) -> Values:
    return {"briefs": [_brief(view, id_, slug) for slug in slugs]}


def _brief(view: View, actor: str, slug: str) -> Safe:
    roles = [item.role for item in view.corpus.briefs[slug].actors if item.actor == actor and item.role]
    return view.brief(slug) + (Safe(f" — {text(', '.join(roles))}") if roles else Safe(""))


def _mentions(view: View, _: str, mentions: Sequence[Mention]) -> Values:
    return {"mentions": mention_lines(view, mentions)}


def _said(corpus: Corpus, ref: str) -> When | None:
    claim = corpus.claims[ref]
    return claim.said or corpus.briefs[claim.brief].published


def _published(corpus: Corpus, slug: str) -> When | None:
    return corpus.briefs[slug].published


def _claim_roll(title: str, items: Callable[[Relations, str], Sequence[str]], layout: str) -> Roll:
    return Roll(title=title, counted=("claim", "claims"), layout=layout, items=items, when=_said, values=_claims)


def _timeline_roll(items: Callable[[Relations, str], Sequence[Event]]) -> Roll:
    return Roll(
        title="Timeline",
        counted=("date", "dates"),
        layout="parts/timeline.md.j2",
        items=items,
        when=lambda _, event: event.when,
        values=_dates,
    )


def _brief_roll(items: Callable[[Relations, str], Sequence[str]]) -> Roll:
    return Roll(
        title="Briefs",
        counted=("brief", "briefs"),
        layout="parts/briefs.md.j2",
        items=items,
        when=_published,
        values=_briefs,
    )


ROLLS: Mapping[str, Mapping[str, Roll]] = {
    "actor": {
        "timeline": _timeline_roll(lambda relations, id_: relations.timeline.by_actor.get(id_, ())),
        "said": _claim_roll(
            "What it said", lambda relations, id_: relations.backlinks.claims_by.get(id_, ()), "parts/said.md.j2"
        ),
        "about": _claim_roll(
            "What is said about it",
            lambda relations, id_: relations.backlinks.claims_about.get(id_, ()),
            "parts/said_about.md.j2",
        ),
        "briefs": _brief_roll(lambda relations, id_: relations.backlinks.briefs_by_actor.get(id_, ())),
        "mentions": Roll(
            title="Where it is named",
            counted=("mention", "mentions"),
            layout="parts/mentions.md.j2",
            items=lambda relations, id_: relations.mentions.by_actor.get(id_, ()),
            when=lambda corpus, mention: _published(corpus, mention.brief),
            values=_mentions,
        ),
    },
    "topic": {
        "briefs": _brief_roll(lambda relations, id_: relations.backlinks.briefs_by_topic.get(id_, ())),
        "claims": _claim_roll(
            "Claims about it",
            lambda relations, id_: relations.backlinks.claims_about.get(id_, ()),
            "parts/said_about.md.j2",
        ),
        "timeline": _timeline_roll(lambda relations, id_: relations.timeline.by_topic.get(id_, ())),
    },
}
