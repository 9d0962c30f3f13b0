"""EDTF to the dates that formats know which have only years, months and days."""

from __future__ import annotations

import re

from dateline.model.when import When

PLAIN = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def plain_date(edtf: str) -> str | None:
    """A year, month or day as it is; None for what is uncertain, approximate or an interval, which is never rounded."""
    return edtf if PLAIN.fullmatch(edtf) else None


def plain_bounds(edtf: str) -> tuple[str | None, str | None]:
    """Beginning and end where both are plain dates: of an interval each its own, else the same date twice."""
    first, slash, last = edtf.partition("/")
    begin, end = plain_date(first), plain_date(last if slash else first)
    return (begin, end) if begin and end else (None, None)


def last_day(edtf: str) -> str | None:
    """The last day that a date may mean, for formats that sort by a day; None where it has none of four-digit years."""
    when = When.parse(edtf)
    day = str(when.latest or when.earliest)
    return day if DAY.fullmatch(day) else None
