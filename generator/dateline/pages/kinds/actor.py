"""An actor to its page: its names, what happened to it, what it said and is said about it, whom it appears with."""

from __future__ import annotations

from dateline.model.actor import Actor, Role
from dateline.pages import links
from dateline.pages.escape import Safe, text
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.answers import contested_questions
from dateline.pages.parts.card import actor_card
from dateline.pages.parts.network import network_part
from dateline.pages.parts.rolls import rolls_of, ways_back
from dateline.pages.rows import actor_row
from dateline.pages.template import fill
from dateline.pages.tongue import in_its_language
from dateline.pages.view import View


def _page(view: View, id_: str) -> Page:
    actor = view.corpus.actors[id_]
    back, prose = view.relations.backlinks, view.prose(unlinked=[id_])
    rolls = rolls_of(view, "actor", id_)
    values = {
        "title": actor.name,
        "about": _about(view, actor),
        "description": prose.blocks(actor.description) if actor.description else "",
        "names": [_name(view, actor, index) for index in range(len(actor.aliases))],
        "roles": [_role(view, role) for role in sorted(actor.roles, key=_since)],
        "company": network_part(view, id_),
        "ways_back": ways_back(rolls, "questions"),
        "rolls": rolls,
        "contested": contested_questions(view, (*back.claims_by.get(id_, ()), *back.claims_about.get(id_, ()))),
        "links": dict(actor.links),
    }
    row = actor_row(view, actor)
    formerly = links.former_paths("actor", actor.formerly)
    facts = Facts(
        kind="actor",
        id=id_,
        source=actor.at.file,
        twin=row,
        rows={"actors": (row,)},
        cards=(actor_card(view, actor),),
        formerly=formerly,
    )
    return Page(
        path=view.here, title=actor.name, markdown=fill("kinds/actor.md.j2", values, view.language), facts=facts
    )


def _about(view: View, actor: Actor) -> list[str]:
    kind = "" if actor.kind == "other" else view.term(actor.kind).capitalize()
    active = view.say("active {when}", when=view.words(actor.active)) if actor.active else ""
    return [part for part in (kind, actor.country or "", active) if part]


def _name(view: View, actor: Actor, index: int) -> Safe:
    alias = actor.aliases[index]
    since = view.say("from {day}", day=view.words(alias.from_)) if alias.from_ else ""
    until = view.say("until {day}", day=view.words(alias.to)) if alias.to else ""
    details = [part for part in (alias.language or "", view.term(alias.use) if alias.use else "", since, until) if part]
    name = in_its_language(text(alias.name), alias.language, around=view.language)
    return name + (Safe(f" ({text(view.joined(details))})") if details else Safe(""))


def _since(role: Role) -> tuple[object, ...]:
    """The order of roles over time, undated ones last, as written."""
    return (role.when is None, role.when.key if role.when else ())


def _role(view: View, role: Role) -> Safe:
    within = [view.actor(role.of)] if role.of else []
    return view.listing([role.title, *within, *([view.words(role.when)] if role.when else [])])


KIND = Kind(
    name="actor",
    subjects=lambda corpus, _: corpus.actors,
    page=_page,
    path=lambda id_: links.path_of("actor", id_),
    title=lambda view, id_: view.corpus.actors[id_].name,
)
