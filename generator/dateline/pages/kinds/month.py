"""One month of a long year to its page."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.corpus import Corpus
from dateline.model.when import When
from dateline.pages import links
from dateline.pages.counted import DATES
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.event import timeline_part
from dateline.pages.parts.shelf import months
from dateline.pages.template import fill
from dateline.pages.view import View
from dateline.relate.relations import Relations


def _subjects(_: Corpus, relations: Relations) -> Iterator[str]:
    for year, events in relations.timeline.by_year.items():
        yield from (f"{year}/{month}" for month in months(year, events))


def _page(view: View, subject: str) -> Page:
    year, month = subject.split("/")
    split = months(year, view.relations.timeline.by_year[year])
    events, title = split[month], _title(view, subject)
    values = {
        "title": title,
        "count": view.say_n(*DATES, len(events)),
        "up": links.link(view.year(year), view.to(links.timeline_of(year))),
        "others": [
            links.link(view.year(other), view.to(links.timeline_of(year, other))) for other in split if other != month
        ],
        **timeline_part(view, events, view.prose()),
    }
    twin = {"year": year, "month": month, "dates": [event.ref for event in events]}
    facts = Facts(kind="month", id=subject, twin=twin)
    return Page(path=view.here, title=title, markdown=fill("kinds/month.md.j2", values, view.language), facts=facts)


def _title(view: View, subject: str) -> str:
    return view.say("Timeline: {time}", time=view.words(When.parse(subject.replace("/", "-"))))


KIND = Kind(
    name="month",
    subjects=_subjects,
    page=_page,
    path=lambda subject: links.timeline_of(*subject.split("/")),
    title=_title,
)
