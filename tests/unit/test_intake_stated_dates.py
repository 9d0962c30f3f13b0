"""Dates as pages state them, no more precise than they stand."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.desk.intake.hijri import gregorian
from dateline.desk.intake.stated_dates import stated_date, stated_dates


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Posted at 2:22 PM, Sep 17, 2021", "2021-09-17"),
        ("Updated: 4:16am, 18 Sep, 2021", "2021-09-18"),
        ("30-08-2021 06:08 IST", "2021-08-30"),
        ("00:01, 08-Sep-2021", "2021-09-08"),
        ("Aug 30,2021 at 15:28", "2021-08-30"),
        ("Thu 02nd September 2021 | 01:36 PM", "2021-09-02"),
        ("Август 24, 2021 11:10", "2021-08-24"),
        ("17 de septiembre de 2021", "2021-09-17"),
        ("17. September 2021", "2021-09-17"),
        ("2021年9月17日", "2021-09-17"),
        ("2021-09-17T12:00:00Z", "2021-09-17"),
        ("24.08.2021", "2021-08-24"),
        ("September 2021", "2021-09"),
        ("15 сен", "XXXX-09-15"),
        ("۲۷ مرداد ۱۴۰۰، ۲۱:۲۶", "2021-08-18"),
        ("21 моҳи саври соли 1395", "2016-05-10"),
        ("هفتم جوزا ۱۴۰۰", "2021-05-28"),
        ("بیست و سوم اسد ۱۴۰۰", "2021-08-14"),
        ("مرداد ۱۴۰۰", "2021-07-23/2021-08-22"),
    ],
)
def test_dates(text: str, edtf: str) -> None:
    found = stated_date(text)
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("2/9/2021", "2021-09-02 or 2021-02-09"),
        ("31.02.2021", "no such day"),
        ("31 June 2021", "no such day"),
        ("۲۷ مرداد", "without its year"),
    ],
)
def test_what_cannot_be_told_is_said(text: str, doubt: str) -> None:
    found = stated_date(text)
    assert found is not None
    assert found.edtf is None
    assert doubt in found.doubt


def test_language_decides_which_number_is_the_day() -> None:
    assert [each.edtf for each in stated_dates("2/9/2021", "id")] == ["2021-09-02"]


@pytest.mark.parametrize("text", ["12:30", "page 12 of 2021", "1.2.3", "", "10,000 people", "2021"])
def test_other_numbers_are_no_dates(text: str) -> None:
    assert stated_dates(text) == ()


@pytest.mark.parametrize(
    ("hijri", "day"),
    [
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1400, 12, 30), None),
        ((1400, 7, 31), None),
        ((2021, 9, 17), None),
    ],
)
def test_solar_hijri_days(hijri: tuple[int, int, int], day: date | None) -> None:
    assert gregorian(*hijri) == day
