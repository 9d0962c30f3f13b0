"""What holds of every date, drawn by the grammar."""

from __future__ import annotations

import datetime as dt
import itertools
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.when import Day, When, WhenError

YEARS = st.integers(-9999, 9999).map(lambda year: f"-{-year:04d}" if year < 0 else f"{year:04d}")
SIGN = st.sampled_from(["", "", "?", "~", "%"])
MONTHS = st.integers(1, 12).map("{:02d}".format)
DAYS = st.integers(1, 28).map("{:02d}".format)
STATED = st.one_of(YEARS, st.builds("{}-{}".format, YEARS, MONTHS), st.builds("{}-{}-{}".format, YEARS, MONTHS, DAYS))
DOUBTED = st.builds("{}{}{}-{}{}{}-{}{}{}".format, SIGN, YEARS, SIGN, SIGN, MONTHS, SIGN, SIGN, DAYS, SIGN)
SEASONS = st.builds("{}-{}{}".format, YEARS, st.integers(21, 41), SIGN)
HOLED = st.from_regex(r"\A(1[0-9X]{3}(-(0[1-9X]|1[0-2X]|XX)(-([01][1-9X]|2[0-8X]|XX))?)?)\Z")
MASKS = st.from_regex(r"\A1[0-9]{2}[0-9X]-([01X][0-9X])(-[0-3X][0-9X])?\Z")
FAR = st.builds("Y{}".format, st.integers(10_000, 10**17) | st.integers(-(10**17), -10_000))
POINTS = st.one_of(STATED, DOUBTED, SEASONS, HOLED, FAR)
SETS = st.builds(
    lambda members, brackets: brackets[0] + ",".join(members) + brackets[1],
    st.lists(POINTS, min_size=1, max_size=6),
    st.sampled_from(["[]", "{}"]),
)
OPEN_INTERVALS = st.builds(str.format, st.sampled_from(["../{}", "{}/..", "/{}", "{}/"]), POINTS)
DATES = st.one_of(POINTS, SETS, OPEN_INTERVALS)
ORDINALS = st.integers(-4_000_000, 4_000_000)


@given(DATES)
def test_law_the_text_comes_back(text: str) -> None:
    assert str(When.parse(text)) == text
    assert pickle.loads(pickle.dumps(When.parse(text))) == When.parse(text)  # noqa: S301 - our own bytes


@given(DATES)
def test_law_earliest_is_not_after_latest(text: str) -> None:
    when = When.parse(text)
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest


@given(POINTS, POINTS)
def test_law_an_interval_has_the_bounds_of_its_ends(start: str, end: str) -> None:
    first, last = When.parse(start).earliest, When.parse(end).latest
    assert first is not None
    assert last is not None
    if last < first:
        with pytest.raises(WhenError, match="ends before it begins"):
            When.parse(f"{start}/{end}")
    else:
        both = When.parse(f"{start}/{end}")
        assert (both.earliest, both.latest) == (first, last)


@given(st.lists(DATES, max_size=12))
def test_law_the_order_is_total(texts: list[str]) -> None:
    dates = [When.parse(text) for text in texts]
    backwards = dates[::-1]
    assert sorted(dates) == sorted(backwards)
    for one, other in itertools.pairwise(dates):
        assert (one < other) + (one == other) + (one > other) == 1
        assert (one <= other) == (not one > other)


@given(MASKS)
def test_law_holes_are_bounded_by_the_days_that_fit(text: str) -> None:
    fits = re.compile(text.replace("X", "[0-9]")).match
    start = dt.date(int(text[:4].replace("X", "0")), 1, 1).toordinal()
    days = [str(dt.date.fromordinal(number)) for number in range(start, start + 3653)]
    fitting = [day for day in days if fits(day)]
    try:
        when = When.parse(text)
    except WhenError:
        assert not fitting
    else:
        assert [str(when.earliest), str(when.latest)] == [fitting[0], fitting[-1]]


@given(DATES, ORDINALS, st.integers(0, 3_000))
def test_law_overlap_is_a_day_in_common(text: str, start: int, length: int) -> None:
    when, first, last = When.parse(text), Day.from_ordinal(start), Day.from_ordinal(start + length)
    low = start if when.earliest is None else when.earliest.ordinal
    high = start + length if when.latest is None else when.latest.ordinal
    common = range(max(low, start), min(high, start + length) + 1)
    assert when.overlaps(first, last) == (len(common) > 0)
    assert when.overlaps(str(first), str(last)) == (len(common) > 0)


@given(ORDINALS)
def test_law_days_are_numbered_one_by_one(number: int) -> None:
    day = Day.from_ordinal(number)
    assert day.ordinal == number
    assert day < Day.from_ordinal(number + 1)
    assert Day.parse(str(day)) == day


@given(st.dates())
def test_law_days_are_those_of_the_standard_library(date: dt.date) -> None:
    day = Day(date.year, date.month, date.day)
    assert (str(day), day.ordinal) == (date.isoformat(), date.toordinal())


@given(st.text(alphabet="0123456789XYESTZ-?~%/.,[]{} :+uopenkw", max_size=30))
def test_law_any_text_is_a_date_or_a_named_fault(text: str) -> None:
    wrong = fault(text)
    assert wrong is None or 0 <= wrong.position <= len(text)
    assert "\n" not in str(wrong)


def fault(text: str) -> WhenError | None:
    try:
        When.parse(text)
    except WhenError as wrong:
        return wrong
    return None
