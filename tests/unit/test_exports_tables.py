"""CSV: what a spreadsheet opens is what the JSON says, and nothing in it is a formula."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.publish.exports.csv import COLUMNS, FORMULA, _cell
from desks import GOOD, ROOT, SITES, published_files

DESKS = (GOOD, ROOT, SITES / "hostile-text", SITES / "scripts")
every_desk = pytest.mark.parametrize("desk", DESKS, ids=lambda desk: desk.name)
every_list = pytest.mark.parametrize("name", COLUMNS)


@cache
def files(desk: Path) -> dict[str, bytes]:
    return published_files(desk)


def table(desk: Path, name: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(files(desk)[f"data/{name}.csv"].decode(), newline=""), strict=True))


@every_desk
@every_list
def test_a_table_has_the_rows_of_its_list(desk: Path, name: str) -> None:
    rows = json.loads(files(desk)[f"data/{name}.json"])
    head, *body = table(desk, name)
    assert tuple(head) == COLUMNS[name]
    assert [line[0].removeprefix("'") for line in body] == [row["id"] for row in rows]
    assert {len(line) for line in body} <= {len(head)}


@every_desk
@every_list
def test_no_cell_is_a_formula(desk: Path, name: str) -> None:
    assert [cell for line in table(desk, name) for cell in line if FORMULA.match(cell)] == []


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        ("words", "words"),
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        (["=1", "b"], "'=1; b"),
        (["a", "=b"], "a; =b"),
        (-5, "-5"),
        (True, "true"),
        ({"number": 1}, '{"number": 1}'),
        ([{"a": "é"}], '[{"a": "é"}]'),
        ([], ""),
    ],
)
def test_a_value_as_a_cell(value: object, cell: str) -> None:
    assert _cell(value) == cell


@given(st.text())
def test_text_never_begins_a_formula_and_is_kept(text: str) -> None:
    cell = _cell(text)
    assert not FORMULA.match(cell)
    assert cell.removeprefix("'") == text.removeprefix("'")
