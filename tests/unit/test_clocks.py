"""Which day it was elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.build import examine
from dateline.model.edtf.day import Day
from dateline.model.settings import Settings
from dateline.model.when import When
from dateline.model.when_words import there_in_words
from dateline.model.zones import zone_named, zone_of_city
from desks import write

NIGHT = When.parse("2021-08-30T16:29:00-04:00")


@pytest.mark.parametrize(
    ("place", "day", "time"),
    [
        ("Asia/Kabul", "2021-08-31", "00:59"),
        ("+04:30", "2021-08-31", "00:59"),
        ("America/New_York", "2021-08-30", "16:29"),
        ("Z", "2021-08-30", "20:29"),
        ("Pacific/Kiritimati", "2021-08-31", "10:29"),
    ],
)
def test_one_instant_by_the_clocks_of_places(place: str, day: str, time: str) -> None:
    assert NIGHT.clock_at(place) == (Day.parse(day), time)
    assert NIGHT.day_at(place) == Day.parse(day)


def test_summer_time_is_that_of_the_day() -> None:
    assert When.parse("2021-01-30T12:00Z").clock_at("America/New_York") == (Day(2021, 1, 30), "07:00")
    assert When.parse("2021-07-30T12:00Z").clock_at("America/New_York") == (Day(2021, 7, 30), "08:00")


@pytest.mark.parametrize(
    ("zone", "message"),
    [
        ("Asia/Kabull", 'there is no zone Asia/Kabull; did you mean "Asia/Kabul"?'),
        ("../../etc/passwd", "there is no zone ../../etc/passwd; write one such as Asia/Kabul"),
        ("EST5EDT", "there is no zone EST5EDT; "),
        ("+25:00", "an offset is -14:00 to"),
    ],
)
def test_what_is_no_zone_is_said(zone: str, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the message is compared below
        zone_named(zone)
    assert message in str(caught.value)


def test_what_is_no_place_is_said() -> None:
    with pytest.raises(TypeError, match="a place is a ZoneInfo, a timedelta, or text"):
        NIGHT.day_at(4)  # type: ignore[arg-type]  # that is what is tested


def test_a_city_has_the_zone_that_is_called_after_it() -> None:
    assert zone_of_city("kabul") == "Asia/Kabul"
    assert zone_of_city("Buenos Aires") == "America/Buenos_Aires"
    assert zone_of_city("Washington") is None
    assert zone_of_city("UTC") is None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "31 August in Kabul (00:59), 31 December 2020 in Lima (16:29)"),
        ("fr", "Kabul : 31 août (00:59) ; Lima : 31 décembre 2020 (16:29)"),
        ("ru", "Kabul: 31 августа (00:59); Lima: 31 декабря 2020 г. (16:29)"),
        ("fa", "Kabul: ۳۱ اوت (۰۰:۵۹)؛ Lima: ۳۱ دسامبر ۲۰۲۰ (۱۶:۲۹)"),
    ],
)
def test_says(language: str, words: str) -> None:
    shown = [("Kabul", Day(2021, 8, 31), "00:59"), ("Lima", Day(2020, 12, 31), "16:29")]
    assert there_in_words(shown, 2021, language) == words


@pytest.mark.parametrize(
    ("clocks", "finding"),
    [
        ("Nowhere", "D152 wrong-value: “clocks” has “Nowhere”, which is no city with a zone of its name"),
        (
            "{name: x, zone: Asia/Kabull}",
            'D152 wrong-value: “zone” is no zone, seen: “Asia/Kabull”; did you mean "Asia/Kabul"?',
        ),
    ],
)
def test_clocks_that_nobody_knows_are_findings(tmp_path: Path, clocks: str, finding: str) -> None:
    dates = f"dates: [{{when: 2021-08-30T16:29-04:00, what: It flew., clocks: {clocks}}}]\n"
    found = examine(write(tmp_path, {"briefs/2021/one/brief.yaml": f"title: One\n{dates}"}), Settings()).findings
    assert [str(each) for each in found if finding in str(each)]
