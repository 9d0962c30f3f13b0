"""What `When` reads from a text: the tables of when_cases.md, then what can be asked of a date."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import pickle
import re
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from dateline.model.when import Day, When, WhenError

SECTIONS = (Path(__file__).parent / "when_cases.md").read_text(encoding="utf-8").split("\n# ")
COLLECTED = Path(__file__).parents[2] / "../shared/corpora/edtf_cases.jsonl.gz"
Row = tuple[str, ...]


def rows(section: str) -> list[Row]:
    """The cells of every table row below a heading; what stands in backticks keeps its blanks."""
    lines = re.findall(r"^\| (`[^`]+` \|.*)\|$", section, re.MULTILINE)
    return [tuple(cell.strip().strip("`") for cell in line.split("|")) for line in lines]


def shown(day: Day | None) -> str:
    return ".." if day is None else str(day)


def signs(when: When) -> str:
    return {(True, True): "%", (True, False): "?", (False, True): "~", (False, False): ""}[
        when.uncertain, when.approximate
    ]


@pytest.mark.parametrize(("text", "earliest", "latest", "sign", "level"), rows(SECTIONS[0]))
def test_reads(text: str, earliest: str, latest: str, sign: str, level: str) -> None:
    when = When.parse(text)
    found = (str(when), shown(when.earliest), shown(when.latest), signs(when), str(when.level))
    assert found == (text, earliest, latest, sign, level)


@pytest.mark.parametrize(("text", "place", "reason"), rows(SECTIONS[1]))
def test_refuses(text: str, place: str, reason: str) -> None:
    with pytest.raises(WhenError) as caught:
        When.parse(text)
    wrong = caught.value
    assert (wrong.text, wrong.position, wrong.reason, wrong.modern) == (text, int(place), reason, None)


@pytest.mark.parametrize(("text", "place", "today"), rows(SECTIONS[2]))
def test_names_the_modern_spelling(text: str, place: str, today: str) -> None:
    with pytest.raises(WhenError, match=re.escape(f"write {today} today")) as caught:
        When.parse(text)
    assert (caught.value.position, caught.value.modern) == (int(place), today)


def test_message_names_text_reason_and_place_on_one_line() -> None:
    with pytest.raises(WhenError) as caught:
        When.parse("2021-09\n")
    assert str(caught.value) == r"'2021-09\n' is not an EDTF date: a date has no blanks (at character 8)"


def test_nothing_is_no_date() -> None:
    with pytest.raises(WhenError, match="it is empty"):
        When.parse("")


def test_longer_than_200_characters_is_no_date() -> None:
    with pytest.raises(WhenError, match="longer than 200 characters") as caught:
        When.parse("[" + "2021," * 50 + "2021]")
    assert len(str(caught.value)) < 160


def test_error_survives_pickling() -> None:
    wrong = WhenError("199u", 3, "old", "199X")
    assert str(pickle.loads(pickle.dumps(wrong))) == str(wrong)  # noqa: S301 - our own bytes


def test_sorts_by_earliest_then_latest_open_outermost() -> None:
    in_order = [
        "../2020",
        "/2021",
        "../..",
        "-0043",
        "2021-01-01",
        "2021-01",
        "2021",
        "2021~",
        "2021/..",
        "2022",
        "Y17000",
    ]
    assert [when.text for when in sorted(map(When.parse, reversed(in_order)))] == in_order


STRETCHES = [
    (None, "2020-12-31"),
    ("2021-08-30", "2021-08-31"),
    ("2021-09-01", "2021-09-30"),
    ("2021-10-01", None),
]


def in_order() -> list[list[str]]:
    lines = Path(__file__).with_name("when_order.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in lines if line.startswith("| `")]
    assert len(rows) > 30
    return rows


def test_dates_of_all_kinds_are_in_order() -> None:
    texts = [text for text, *_ in in_order()]
    assert [when.text for when in sorted(map(When.parse, sorted(texts, key=lambda text: text[::-1])))] == texts


@pytest.mark.parametrize("row", in_order(), ids=lambda row: str(row[0]))
def test_dates_of_all_kinds_are_filtered(row: list[str]) -> None:
    when = When.parse(row[0])
    assert ["yes" if when.overlaps(*stretch) else "no" for stretch in STRETCHES] == row[1:]


def test_equal_texts_are_equal_dates() -> None:
    assert {When.parse("2021-09"), When.parse("2021-09")} == {When.parse("2021-09")}
    assert When.parse("2021-09") != When.parse("2021-09-XX")
    assert When.parse("2021") != "2021"


def test_survives_pickling() -> None:
    when = When.parse("[2021-08-30..2021-09-02]")
    assert pickle.loads(pickle.dumps(when)).latest == Day(2021, 9, 2)  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "overlaps", "within"),
    [
        ("2021-09", "2021-09-15", "2021-10-15", True, False),
        ("2021-09", "2021-09-01", "2021-09-30", True, True),
        ("2021-09", "2021-09-30", None, True, False),
        ("2021-09", "2021-10-01", None, False, False),
        ("2021-09", None, "2021-08-31", False, False),
        ("2021-09", None, None, True, True),
        ("2021-09/..", "2031-01-01", "2031-12-31", True, False),
        ("2021-09/..", "2021-09-01", None, True, True),
        ("../2021-09", "2021-10-01", None, False, False),
        ("2021-09/", None, "2031-12-31", True, False),
        ("Y17000", "Y16999-12-31", "Y17001-01-01", True, True),
        ("[2001,2011]", "2005-01-01", "2006-12-31", True, False),
    ],
)
def test_is_compared_with_a_stretch(text: str, earliest: str, latest: str, overlaps: bool, within: bool) -> None:
    when = When.parse(text)
    assert (when.overlaps(earliest, latest), when.within(earliest, latest)) == (overlaps, within)


@pytest.mark.parametrize("limit", ["2021-13-01", "2021-02-29", "yesterday", "17000-01-01", "2021-09-15 "])
def test_a_limit_that_is_no_date_is_said(limit: str) -> None:
    with pytest.raises(WhenError, match=re.escape(limit)):
        When.parse("2021").overlaps(limit, None)
    with pytest.raises(WhenError, match=re.escape(limit)):
        When.parse("2021").within(None, limit)


@pytest.mark.parametrize("limit", [5, 20210915, b"2021", ["2021"], (2021, 9), object()])
def test_a_limit_that_is_nothing_of_the_kind_is_said(limit: Any) -> None:
    with pytest.raises(TypeError, match="a limit is a day, EDTF text such as 2021-09-15, a When or None, not "):
        When.parse("2021").overlaps(limit, None)


@pytest.mark.parametrize(
    ("earliest", "latest", "overlaps"),
    [
        (dt.date(2021, 9, 30), None, True),
        (dt.date(2021, 10, 1), None, False),
        (dt.datetime(2021, 9, 30, 23, tzinfo=dt.UTC), None, True),
        (Day(2021, 8, 1), Day(2021, 8, 31), False),
        ("2021-08", "2021-09", True),
        ("2021-10", "2021-11", False),
        ("2021", "2021", True),
        (When.parse("2021-08~"), When.parse("2021-08~"), False),
        (When.parse("2021-21"), When.parse("2021-23"), True),
        (None, When.parse("2021-08/.."), True),
        (When.parse("../2020"), "2021-09-01", True),
    ],
)
def test_a_limit_may_be_any_date(earliest: Any, latest: Any, overlaps: bool) -> None:
    assert When.parse("2021-09").overlaps(earliest, latest) == overlaps


def test_one_limit_alone_is_a_date() -> None:
    september = When.parse("2021-09")
    assert september.overlaps("2021-09-30")
    assert not september.overlaps("2021-08-31")
    assert not september.overlaps(When.parse("2021-10/.."))
    assert september.overlaps(dt.date(2021, 9, 1))
    assert september.within("2021")
    assert not september.within(When.parse("2021-09-15"))


@pytest.mark.parametrize("text", [None, 2021, b"2021", dt.date(2021, 9, 15)])
def test_a_date_is_parsed_from_text(text: Any) -> None:
    with pytest.raises(TypeError, match="a date is parsed from EDTF text"):
        When.parse(text)


def test_dates_are_ordered_among_themselves_only() -> None:
    with pytest.raises(TypeError, match="not supported between instances"):
        _ = When.parse("2021") < "2022"  # that is what is tested


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
        ("Y17000", "Y17000-01-01", "Y17000-12-31"),
        ("Y-17000", "Y-17000-01-01", "Y-17000-12-31"),
        ("../2021-09", "None", "2021-09-30"),
        ("2021-09/", "2021-09-01", "None"),
    ],
)
def test_bounds_are_iso_days(text: str, earliest: str, latest: str) -> None:
    when = When.parse(text)
    assert (str(when.earliest), str(when.latest)) == (earliest, latest)
    assert len({when, When.parse(text)}) == 1


def test_far_years_are_in_order() -> None:
    texts = ["Y-17000", "-0044-03-15", "-0043", "0000", "2021", "9999", "Y10000", "Y17000"]
    assert [when.text for when in sorted(map(When.parse, reversed(texts)))] == texts


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("2021-08-30T23:59:00+04:30", "-04:00", "2021-08-30"),
        ("2021-08-31T00:29:00+04:30", "-04:00", "2021-08-30"),
        ("2021-08-30T15:59:00-04:00", "+04:30", "2021-08-31"),
        ("2021-12-31T23:30:00Z", dt.timedelta(hours=1), "2022-01-01"),
        ("2021-08-30T24:00:00Z", "Z", "2021-08-30"),
        ("-0001-12-31T23:30:00Z", "+01", "0000-01-01"),
    ],
)
def test_day_elsewhere(text: str, place: str | dt.timedelta, day: str) -> None:
    assert str(When.parse(text).day_at(place)) == day


def test_day_in_a_zone_with_a_history() -> None:
    try:
        new_york = ZoneInfo("America/New_York")
    except ZoneInfoNotFoundError:
        pytest.skip("no time zone data on this machine")
    moment = When.parse("2021-01-01T04:30:00Z")
    assert moment.day_at(new_york) == Day(2020, 12, 31)
    with pytest.raises(ValueError, match="1 to 9999"):
        When.parse("-0043-03-15T12:00:00Z").day_at(new_york)


@pytest.mark.parametrize("text", ["2021-08-30", "2021-08-30T23:59:00", "2021-08/.."])
def test_no_day_elsewhere_without_time_and_zone(text: str) -> None:
    assert When.parse(text).day_at("Z") is None


@pytest.mark.parametrize(
    ("text", "time", "zone"),
    [
        ("2021-09-15T15:29:00-04:00", "15:29:00", "-04:00"),
        ("2021-09-15T15:29Z", "15:29", "Z"),
        ("2021-09-15T15:29", "15:29", ""),
        ("2021-09-15", "", ""),
    ],
)
def test_keeps_time_and_zone(text: str, time: str, zone: str) -> None:
    assert (When.parse(text).time, When.parse(text).zone) == (time, zone)


@pytest.mark.skipif(
    not COLLECTED.exists(), reason="the collected test suites of other programs are not beside the checkout"
)
def test_agrees_with_whatever_two_other_programs_agree_on() -> None:
    with gzip.open(COLLECTED, "rt", encoding="utf-8") as lines:
        cases = [case for case in map(json.loads, lines) if case["implementations"] >= 2]
    assert [case["text"] for case in cases if not agrees(case)] == []


def agrees(case: dict[str, Any]) -> bool:
    try:
        when = When.parse(case["text"])
    except WhenError:
        return not case["valid"]
    bounds = {"earliest": when.earliest, "latest": when.latest}
    stated = {name: case[name] for name in bounds if case[name] and name not in case["disagree"]}
    alike = all(str(bounds[name] or f"{day[0]}inf").removeprefix("Y") == day for name, day in stated.items())
    return alike and case["valid"] is not False
