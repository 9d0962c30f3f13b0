"""An actor, a brief or a claim to its card: the few words that a reader sees before following a link."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.actor import Actor
from dateline.model.brief import Brief
from dateline.model.claim import Claim
from dateline.pages import links
from dateline.pages.counted import BRIEFS, CLAIMS
from dateline.pages.escape import CONTROL
from dateline.pages.page import Card
from dateline.pages.view import View
from dateline.relate import prose
from dateline.relate.backlinks import name_of
from dateline.relate.sentences import sentences

MOST_SENTENCES = 2
LONGEST = 280
"""Characters of one text on a card."""


def actor_card(view: View, actor: Actor) -> Card:
    """What an actor is, and how much there is about it."""
    back = view.relations.backlinks
    claims = {*back.claims_by.get(actor.id, ()), *back.claims_about.get(actor.id, ())}
    counts = [
        view.say_n(*BRIEFS, len(back.briefs_by_actor.get(actor.id, ()))),
        view.say_n(*CLAIMS, len(claims)),
    ]
    return Card(
        key=_key("actor", actor.id),
        kind=view.term(actor.kind if actor.kind != "other" else "actor").capitalize(),
        name=_short(actor.name),
        text=_fitting(view, actor.description or ""),
        state=view.joined(counts),
    )


def brief_cards(view: View, brief: Brief) -> Iterator[Card]:
    """A brief's bottom line, and its claims."""
    published = view.words(brief.published) if brief.published else ""
    state = [
        view.term(brief.state) if brief.state != "published" else "",
        published,
        view.say_n(*CLAIMS, len(brief.claims)),
    ]
    yield Card(
        key=_key("brief", brief.id),
        kind=view.term("brief").capitalize(),
        name=_short(brief.title),
        text=_fitting(view, brief.summary or ""),
        state=" · ".join(part for part in state if part),
    )
    for claim in brief.claims:
        yield _claim_card(view, claim)


def _claim_card(view: View, claim: Claim) -> Card:
    support = view.term(view.relations.sourcing[claim.ref].support)
    speakers = view.joined(view.corpus.actors[id_].name for id_ in claim.by)
    said = [
        view.say("Said by {speakers}", speakers=speakers) if speakers else "",
        view.words(claim.said) if claim.said else "",
    ]
    return Card(
        key=f"{_key('brief', claim.brief)}#{links.anchor(claim)}",
        kind=view.term("claim").capitalize(),
        name=_short(claim.says),
        text=view.joined(part for part in said if part)[:LONGEST],
        state=f"{view.term(claim.status)} · {support}",
    )


def _key(kind: str, id_: str) -> str:
    return links.url_of(links.path_of(kind, id_)).rstrip("/")


def _fitting(view: View, source: str) -> str:
    """The first sentences of some Markdown as plain words."""
    words = prose.words(source, lambda target: name_of(target, view.corpus)) if source else ""
    return _short(" ".join(sentence.text for sentence in sentences(words)[:MOST_SENTENCES]))


def _short(words: str) -> str:
    plain = " ".join(CONTROL.sub("", words).split())
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + "…"
