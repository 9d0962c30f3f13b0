"""The reliability grade that held on a day."""

from __future__ import annotations

import pytest

from dateline.findings import At
from dateline.model.source import Source
from dateline.model.when import When
from dateline.relate.grades import grade_on

SOURCE = Source.model_validate({
    "@id": "radio", "@at": At("briefs/sources/radio.yaml"), "name": "Radio",
    "reliability": [{"grade": "C", "from": "2021-09-10"}, {"grade": "B", "from": "2020-01-01"}],
})  # fmt: skip
ALWAYS = SOURCE.model_copy(update={"reliability": (SOURCE.reliability[0].model_copy(update={"from_": None}),)})
DAYS = [
    ("2019-12-31", None),
    ("2020-01-01", "B"),
    ("2021-09-09", "B"),
    ("2021-09-10", "C"),
    ("2021-09", "B"),
    ("2030", "C"),
    ("../2021", "C"),
]


@pytest.mark.parametrize(("day", "grade"), DAYS)
def test_the_last_grade_by_that_day_holds(day: str, grade: str | None) -> None:
    held = grade_on(SOURCE, When.parse(day))
    assert (held.grade if held else None) == grade


def test_without_a_day_the_last_of_all_holds() -> None:
    held = grade_on(SOURCE, None)
    assert held is not None
    assert held.grade == "C"


def test_a_grade_without_a_day_holds_from_the_beginning() -> None:
    held = grade_on(ALWAYS, When.parse("1900"))
    assert held is not None
    assert held.grade == "C"


def test_a_source_without_grades_has_none() -> None:
    assert grade_on(SOURCE.model_copy(update={"reliability": ()}), None) is None
