"""The events of one year to its page; a long year to the page that leads to its months."""

from __future__ import annotations

from dateline.model.when import When
from dateline.pages import links
from dateline.pages.counted import DATES
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.event import timeline_part
from dateline.pages.parts.shelf import months
from dateline.pages.template import fill
from dateline.pages.view import View


def _page(view: View, year: str) -> Page:
    by_year = view.relations.timeline.by_year
    events, years = by_year[year], list(by_year)
    place, split = years.index(year), months(year, events)
    values = {
        "title": _title(view, year),
        "count": view.say_n(*DATES, len(events)),
        "up": links.link(view.say("all years"), view.to(links.TIMELINE)),
        "others": [
            links.link(view.year(other), view.to(links.timeline_of(other)))
            for other in (*years[max(0, place - 1) : place], *years[place + 1 : place + 2])
        ],
        "months": [
            {
                "link": links.link(view.words(When.parse(f"{year}-{month}")), view.to(links.timeline_of(year, month))),
                "count": view.say_n(*DATES, len(its)),
            }
            for month, its in split.items()
        ],
        **timeline_part(view, () if split else events, view.prose()),
    }
    dates = {"months": {month: len(its) for month, its in split.items()}} if split else {}
    twin = {"year": year, "dates": [event.ref for event in events]} | dates
    facts = Facts(kind="year", id=year, twin=twin)
    return Page(
        path=view.here, title=_title(view, year), markdown=fill("kinds/year.md.j2", values, view.language), facts=facts
    )


def _title(view: View, year: str) -> str:
    return view.say("Timeline: {time}", time=view.year(year))


KIND = Kind(
    name="year",
    subjects=lambda _, relations: relations.timeline.by_year,
    page=_page,
    path=links.timeline_of,
    title=_title,
)
