"""All events to an overview: how many a year, the last hundred, links to the years."""

from __future__ import annotations

from dateline.pages import links
from dateline.pages.counted import DATES
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.event import timeline_part
from dateline.pages.template import fill
from dateline.pages.view import View
from dateline.relate.timeline import calendar_days

LAST = 100


def _page(view: View, _: str) -> Page:
    timeline = view.relations.timeline
    planned = any(event.status == "planned" and calendar_days(event.when) for event in timeline.all)
    values = {
        "title": view.say("Timeline"),
        "count": view.say_n(*DATES, len(timeline.all)),
        "years": [
            {
                "link": links.link(view.year(year), view.to(links.timeline_of(year))),
                "count": view.say_n(*DATES, len(events)),
            }
            for year, events in timeline.by_year.items()
        ],
        "is_part": len(timeline.all) > LAST,
        "calendar": view.to(links.PLANNED) if planned else "",
        **timeline_part(view, timeline.all[-LAST:], view.prose()),
    }
    twin = {"count": len(timeline.all), "years": {year: len(events) for year, events in timeline.by_year.items()}}
    facts = Facts(kind="timeline", twin=twin, listed=True)
    return Page(
        path=view.here,
        title=view.say("Timeline"),
        markdown=fill("kinds/timeline.md.j2", values, view.language),
        facts=facts,
    )


KIND = Kind(name="timeline", subjects=lambda *_: [""], page=_page, path=lambda _: links.TIMELINE)
