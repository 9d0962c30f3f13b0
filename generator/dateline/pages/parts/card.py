"""An actor, a brief or a claim to its card: the few words that a reader sees before following a link."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.actor import Actor
from dateline.model.brief import Brief
from dateline.model.claim import Claim
from dateline.pages import links
from dateline.pages.escape import CONTROL
from dateline.pages.page import Card
from dateline.pages.view import View, choice
from dateline.relate import prose
from dateline.relate.backlinks import name_of
from dateline.relate.sentences import sentences

MOST_SENTENCES = 2
LONGEST = 280
"""Characters of one text on a card."""
STATES = {"draft": "draft", "in-review": "in review", "superseded": "superseded", "withdrawn": "withdrawn"}


def actor_card(view: View, actor: Actor) -> Card:
    """What an actor is, and how much there is about it."""
    back = view.relations.backlinks
    claims = {*back.claims_by.get(actor.id, ()), *back.claims_about.get(actor.id, ())}
    counts = [
        choice(len(back.briefs_by_actor.get(actor.id, ())), "brief", "briefs"),
        choice(len(claims), "claim", "claims"),
    ]
    return Card(
        key=_key("actor", actor.id),
        kind=actor.kind.replace("-", " ").capitalize() if actor.kind != "other" else "Actor",
        name=_short(actor.name),
        text=_fitting(view, actor.description or ""),
        state=", ".join(counts),
    )


def brief_cards(view: View, brief: Brief) -> Iterator[Card]:
    """A brief's bottom line, and its claims."""
    published = view.words(brief.published) if brief.published else ""
    state = [STATES.get(brief.state, ""), published, choice(len(brief.claims), "claim", "claims")]
    yield Card(
        key=_key("brief", brief.id),
        kind="Brief",
        name=_short(brief.title),
        text=_fitting(view, brief.summary or ""),
        state=" · ".join(part for part in state if part),
    )
    for claim in brief.claims:
        yield _claim_card(view, claim)


def _claim_card(view: View, claim: Claim) -> Card:
    support = view.relations.sourcing[claim.ref].support.replace("-", " ")
    speakers = ", ".join(view.corpus.actors[id_].name for id_ in claim.by)
    said = [f"Said by {speakers}" if speakers else "", view.words(claim.said) if claim.said else ""]
    return Card(
        key=f"{_key('brief', claim.brief)}#{links.anchor(claim)}",
        kind="Claim",
        name=_short(claim.says),
        text=", ".join(part for part in said if part)[:LONGEST],
        state=f"{claim.status} · {support}",
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
