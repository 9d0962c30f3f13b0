"""An event to what a line of a timeline says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dateline.model.event import Event
from dateline.model.when import When
from dateline.model.words.catalogue import to_say
from dateline.pages import links
from dateline.pages.escape import Safe, text
from dateline.pages.parts.clocks import clock_words
from dateline.pages.parts.picture import picture
from dateline.pages.prose import Prose
from dateline.pages.view import View
from dateline.relate.timeline import year_of

USUAL = "reported"
"""The status of a date that says nothing else, which goes without saying."""


def event_line(view: View, event: Event, prose: Prose, *, with_brief: bool) -> dict[str, Any]:
    """What `parts/event.md.j2` needs; with its brief where the page is not the brief's own."""
    return {
        "anchor": links.anchor_elsewhere(event) if with_brief else links.anchor(event),
        "old_anchors": () if with_brief else links.former_anchors(event),
        "when": view.words(event.when),
        "clocks": clock_words(view, event),
        "what": prose.inline(event.what),
        "status": view.term(event.status) if event.status != USUAL else "",
        "status_class": event.status,
        "details": _details(view, event, with_brief=with_brief),
    }


def _details(view: View, event: Event, *, with_brief: bool) -> list[Safe]:
    """Who, where and on what it rests, each only where it is known."""
    claims = [view.claim(ref, ref.rpartition("#")[2].replace("-", " ")) for ref in event.claims]
    found = [
        (to_say("Who: {value}"), view.listing([_participant(view, item.actor, item.role) for item in event.who])),
        (to_say("Where: {value}"), text(event.where.name) if event.where else None),
        (to_say("Why uncertain: {value}"), text(event.until_known) if event.until_known else None),
        (to_say("Rests on: {value}"), view.listing(claims)),
        (to_say("In: {value}"), view.brief(event.brief) if with_brief else None),
    ]
    return [view.safe(message, value=value) for message, value in found if value]


def _participant(view: View, id_: str, role: str | None) -> Safe:
    name = view.actor(id_)
    return name + Safe(f" ({text(role)})") if role else name


def timeline_part(view: View, events: Sequence[Event], prose: Prose) -> dict[str, Any]:
    """A list for `parts/timeline.md.j2`, and the picture that is drawn from it."""
    anchors = [links.anchor_elsewhere(event) for event in events]
    return {"picture": picture(view, events, anchors), "timeline": by_year_and_month(view, events, prose)}


def by_year_and_month(view: View, events: Iterable[Event], prose: Prose) -> list[dict[str, Any]]:
    """Events with their brief, under a heading for each year and month they may have begun in."""
    groups: list[dict[str, Any]] = []
    for event in events:
        heading = _heading(view, event)
        if not groups or groups[-1]["heading"] != heading:
            groups.append({"heading": heading, "events": []})
        groups[-1]["events"].append(event_line(view, event, prose, with_brief=True))
    return groups


def _heading(view: View, event: Event) -> str:
    """The month it may have begun in; the year, where nothing closer was stated."""
    first, last = event.when.earliest, event.when.latest
    if first is None:
        return view.say("In or before {year}", year=view.year(year_of(event))) if last else view.say("Undated")
    whole_years = (first.month, first.day) == (1, 1) and last is not None and (last.month, last.day) == (12, 31)
    if whole_years or len(str(first)) != len("2021-09-15"):  # months have names only in years of four digits
        return view.year(year_of(event))
    month = str(first).rsplit("-", 1)[0]
    return view.words(When.parse(month))
