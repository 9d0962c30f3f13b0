"""The events of one year to its page."""

from __future__ import annotations

from dateline.pages import links
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.event import by_year_and_month
from dateline.pages.template import fill
from dateline.pages.view import View, choice


def _page(view: View, year: str) -> Page:
    by_year = view.relations.timeline.by_year
    events, years = by_year[year], list(by_year)
    place = years.index(year)
    values = {
        "title": f"Timeline: {year}",
        "count": choice(len(events), "date", "dates"),
        "up": links.link("all years", view.to(links.TIMELINE)),
        "others": [
            links.link(other, view.to(links.timeline_of(other)))
            for other in (*years[max(0, place - 1) : place], *years[place + 1 : place + 2])
        ],
        "timeline": by_year_and_month(view, events, view.prose()),
    }
    twin = {"year": year, "dates": [event.ref for event in events]}
    facts = Facts(kind="year", id=year, twin=twin)
    return Page(path=view.here, title=f"Timeline: {year}", markdown=fill("kinds/year.md.j2", values), facts=facts)


KIND = Kind(name="year", subjects=lambda _, relations: relations.timeline.by_year, page=_page, path=links.timeline_of)
