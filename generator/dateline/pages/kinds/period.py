"""One year of a list too long for the page of its actor or topic, to a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.corpus import Corpus
from dateline.pages import links
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.rolls import ROLLS, cut, laid_out
from dateline.pages.template import fill
from dateline.pages.view import View, choice
from dateline.relate.relations import Relations


def _subjects(corpus: Corpus, relations: Relations) -> Iterator[str]:
    for kind, ids in (("actor", corpus.actors), ("topic", corpus.topics)):
        for id_ in ids:
            for name in ROLLS[kind]:
                periods = cut(corpus, relations, kind, id_, name).periods
                yield from (f"{kind}/{id_}/{name}/{period}" for period in periods)


def _page(view: View, subject: str) -> Page:
    kind, id_, name, period = subject.split("/")
    periods, roll = cut(view.corpus, view.relations, kind, id_, name).periods, ROLLS[kind][name]
    whose = view.corpus.actors[id_].name if kind == "actor" else view.corpus.topics[id_].name
    items, title = periods[period], f"{whose}: {roll.title}, {period}"
    values = {
        "title": title,
        "up": view.actor(id_) if kind == "actor" else view.topic(id_),
        "others": [
            links.link(other, view.to(links.years_of(kind, id_, name, other))) for other in periods if other != period
        ],
        "count": choice(len(items), *roll.counted),
        "roll": laid_out(view, kind, id_, name, items),
    }
    facts = Facts(kind="period", id=subject, twin={"id": id_, "list": name, "period": period, "count": len(items)})
    return Page(path=view.here, title=title, markdown=fill("kinds/period.md.j2", values), facts=facts)


KIND = Kind(name="period", subjects=_subjects, page=_page, path=lambda subject: links.years_of(*subject.split("/")))
