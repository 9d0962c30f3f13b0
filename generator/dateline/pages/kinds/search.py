"""A desk to its search page: with scripts off, every list by letter, year and topic."""

from __future__ import annotations

from typing import Any

from dateline.pages import links
from dateline.pages.counted import BRIEFS, DATES
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.catalogue import SECTIONS, parts_of, title_of
from dateline.pages.template import fill
from dateline.pages.view import View


def _page(view: View, _: str) -> Page:
    corpus, timeline = view.corpus, view.relations.timeline
    briefs = view.relations.backlinks.briefs_by_topic
    values = {
        "title": view.say("Search"),
        "sections": [_section(view, sort) for sort in SECTIONS if sort != "topic"],
        "years": [_year(view, year, len(events)) for year, events in timeline.by_year.items()],
        "topics": [
            {"link": view.topic(id_), "count": view.say_n(*BRIEFS, len(briefs.get(id_, ())))}
            for id_ in SECTIONS["topic"].names(corpus)
        ],
    }
    facts = Facts(kind="search", twin={"language": view.language}, listed=True)
    return Page(
        path=view.here,
        title=view.say("Search"),
        markdown=fill("kinds/search.md.j2", values, view.language),
        facts=facts,
    )


def _section(view: View, sort: str) -> dict[str, Any]:
    section = SECTIONS[sort]
    return {
        "link": links.link(view.say(section.title), view.to(links.section(sort))),
        "count": view.say_n(*section.counted, len(section.names(view.corpus))),
        "parts": [
            links.link(title_of(view, part), view.to(links.list_of(sort, part.name)))
            for part in parts_of(view.corpus, sort)
        ],
    }


def _year(view: View, year: str, count: int) -> dict[str, Any]:
    return {"link": links.link(view.year(year), view.to(links.timeline_of(year))), "count": view.say_n(*DATES, count)}


KIND = Kind(name="search", subjects=lambda *_: [""], page=_page, path=lambda _: links.SEARCH)
