"""Planned dates to an iCalendar file (RFC 5545), for calendars that people already look at."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from dateline.model.when import Day, When
from dateline.pages.links import PLANNED
from dateline.pages.page import Page, Row
from dateline.publish.export import Export, Part, Piece, made
from dateline.relate import prose
from dateline.relate.timeline import LAST_YEAR, calendar_days

if TYPE_CHECKING:
    from icalendar import Event as Entry

UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
"""For a brief without a day of its own: an entry must say when it was made, and the same in every build."""


def _parts(page: Page) -> Iterator[Part]:
    for row in page.facts.rows.get("dates", ()):
        if row["status"] == "planned":
            yield Part("icalendar", row["id"], json.dumps(_told(page, row), ensure_ascii=False))


def _told(page: Page, row: Row) -> list[Any]:
    return [row, page.facts.rows["briefs"][0], page.facts.language]


def _whole(parts: Sequence[Part]) -> Iterator[Piece]:
    entries = [entry for part in parts for entry in _entries(*json.loads(part.text))]
    if entries:
        yield made(PLANNED, _calendar(entries))


def _calendar(entries: Iterable[Entry]) -> bytes:
    from icalendar import Calendar  # a tenth of a second, which most builds do without

    calendar = Calendar()
    calendar.add("PRODID", "-//dateline//Planned dates//EN")
    calendar.add("VERSION", "2.0")
    for entry in entries:
        calendar.add_component(entry)
    made: bytes = calendar.to_ical()
    return made


def _entries(row: Row, brief: Row, language: str) -> Iterator[Entry]:
    """One entry, of whole days or at its minute; none for what has no end or is outside of a calendar's years."""
    when = When.parse(row["when"])
    days = calendar_days(when)
    if days is None:
        return
    from icalendar import Event

    entry = Event()
    entry.add("UID", f"urn:dateline:date:{row['id']}")
    entry.add("DTSTAMP", _stamp(brief))
    if minute := when.clock_at("Z"):
        # In UTC, which every program shows by the clocks of whoever looks; an instant has no end.
        entry.add("DTSTART", datetime.combine(_date(minute[0]), time.fromisoformat(minute[1]), UTC))
    else:
        entry.add("DTSTART", _date(days[0]))
        entry.add("DTEND", _date(days[1]) + timedelta(days=1))
    entry.add("SUMMARY", prose.words(row["what"], lambda target: target))
    entry.add("DESCRIPTION", f"{when.words(language)}. {brief['title']}")
    entry.add("STATUS", "TENTATIVE")
    entry.add("TRANSP", "TRANSPARENT")
    if "where" in row:
        entry.add("LOCATION", row["where"])
    yield entry


def _stamp(brief: Mapping[str, str]) -> datetime:
    """The day on which the brief last changed."""
    text = brief.get("updated") or brief.get("published")
    day = When.parse(text).latest if text else None
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day and 1 <= day.year <= LAST_YEAR else UNDATED


def _date(day: Day) -> date:
    return date(day.year, day.month, day.day)


EXPORT = Export(name="icalendar", parts=_parts, wholes={"icalendar": _whole})
