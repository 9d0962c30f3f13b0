"""Planned dates to a calendar that other programs read."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from dateline.build import examine, pages
from dateline.model.settings import Settings
from dateline.publish.exports.icalendar import EXPORT
from desks import write

DATES = """
- {id: day, when: 2021-12-01, what: "The *bridge*, opens; again.", status: planned, where: Arvo}
- {id: span, when: 2021-12~, what: Works., status: planned}
- {id: open, when: 2022-01-05/.., what: Toll., status: planned}
- {id: never, when: ../.., what: Perhaps., status: planned}
- {id: far, when: Y17000, what: Later., status: planned}
- {id: minute, when: 2021-12-01T01:30+04:30, what: A train., status: planned}
- {id: told, when: 2021-09-01, what: Told.}
"""


def calendar(folder: Path, dates: str, head: str = "published: 2021-09-20\n") -> bytes | None:
    files = {"briefs/2021/lock/brief.yaml": f"title: The lock\n{head}dates:\n{dates.strip()}\n"}
    found = list(EXPORT.assets(pages(examine(write(folder, files), Settings()))))
    assert [asset.path for asset in found] in ([], ["timeline/planned.ics"])
    return bytes(found[0].content) if found and isinstance(found[0].content, bytes) else None


@pytest.fixture
def entries(tmp_path: Path) -> dict[str, dict[str, object]]:
    """What a parser makes of it."""
    read = Calendar.from_ical(calendar(tmp_path, DATES) or b"")
    assert not read.errors
    assert read["VERSION"] == "2.0"
    return {str(entry["UID"]).rpartition("#")[2]: entry for entry in read.walk("VEVENT")}


def test_only_planned_dates_that_a_calendar_can_hold_are_in_it(entries: dict[str, dict[str, object]]) -> None:
    assert sorted(entries) == ["day", "minute", "open", "span"]


@pytest.mark.parametrize(
    ("id_", "start", "end"),
    [
        ("day", date(2021, 12, 1), date(2021, 12, 2)),
        ("span", date(2021, 12, 1), date(2022, 1, 1)),
        ("open", date(2022, 1, 5), date(2022, 1, 6)),
    ],
)
def test_an_entry_is_whole_days_to_the_day_after(
    entries: dict[str, dict[str, object]], id_: str, start: date, end: date
) -> None:
    assert (entries[id_].decoded("DTSTART"), entries[id_].decoded("DTEND")) == (start, end)  # type: ignore[attr-defined]  # of icalendar


def test_a_time_with_a_zone_is_that_minute(entries: dict[str, dict[str, object]]) -> None:
    assert entries["minute"].decoded("DTSTART") == datetime(2021, 11, 30, 21, tzinfo=UTC)  # type: ignore[attr-defined]  # of icalendar
    assert "DTEND" not in entries["minute"]


def test_an_entry_says_what_without_markup_and_that_it_is_not_certain(entries: dict[str, dict[str, object]]) -> None:
    assert entries["day"]["SUMMARY"] == "The bridge, opens; again."
    assert entries["span"]["DESCRIPTION"] == "about December 2021. The lock"
    assert (entries["day"]["STATUS"], entries["day"]["LOCATION"]) == ("TENTATIVE", "Arvo")


@pytest.mark.parametrize(
    ("head", "stamp"),
    [
        ("published: 2021-09-20\n", b"20210920"),
        ("published: 2021-09-20\nupdated: 2021-10-02\n", b"20211002"),
        ("", b"19800101"),
    ],
)
def test_an_entry_is_stamped_by_its_brief_and_not_by_the_clock(tmp_path: Path, head: str, stamp: bytes) -> None:
    made = calendar(tmp_path, DATES, head)
    assert made is not None
    assert made.count(b"DTSTAMP:" + stamp + b"T000000Z\r\n") == 4
    assert made == calendar(tmp_path, DATES, head)


def test_a_page_leads_to_the_calendar_only_where_there_is_one(tmp_path: Path) -> None:
    far = "\n- {id: far, when: Y17000, what: Later., status: planned}\n"
    assert calendar(tmp_path, far) is None
    overview = next(page for page in pages(examine(tmp_path, Settings())) if page.path == "timeline/index.md")
    assert "planned.ics" not in overview.markdown


def test_where_nothing_is_planned_there_is_no_calendar(tmp_path: Path) -> None:
    assert calendar(tmp_path, "\n- {when: 2021, what: A.}\n") is None
