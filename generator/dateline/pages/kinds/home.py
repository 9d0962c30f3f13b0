"""A desk to its home page: what is new, and the ways in."""

from __future__ import annotations

from dateline.pages import links
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.catalogue import SECTIONS, entries_of, newest_first
from dateline.pages.parts.event import by_year_and_month
from dateline.pages.template import fill
from dateline.pages.view import View, choice

NEWEST = 10
LATEST_DATES = 8


def _page(view: View, _: str) -> Page:
    corpus = view.corpus
    newest = newest_first(corpus)[:NEWEST]
    counts = [
        links.link(choice(len(section.names(corpus)), *section.counted), view.to(links.section(sort)))
        for sort, section in SECTIONS.items()
    ]
    counts.append(links.link(choice(len(corpus.events), "date", "dates"), view.to(links.TIMELINE)))
    counts.append(links.link("coverage and gaps", view.to(links.COVERAGE)))
    counts.append(links.link("corrections", view.to(links.CORRECTIONS)))
    values = {
        "title": "Briefing desk",
        "counts": counts,
        "newest": [
            entry | {"summary": view.prose().inline(corpus.briefs[slug].summary or "")}
            for slug, entry in zip(newest, entries_of(view, "brief", newest), strict=True)
        ],
        "timeline": by_year_and_month(view, view.relations.timeline.all[-LATEST_DATES:], view.prose()),
        "all_dates": view.to(links.TIMELINE),
    }
    twin = {"newest": list(newest), "counts": {sort: len(s.names(corpus)) for sort, s in SECTIONS.items()}}
    facts = Facts(kind="home", twin=twin, listed=True)
    return Page(path=view.here, title="Briefing desk", markdown=fill("kinds/home.md.j2", values), facts=facts)


KIND = Kind(name="home", subjects=lambda *_: [""], page=_page, path=lambda _: links.HOME)
