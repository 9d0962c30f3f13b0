"""One letter of a quoted passage is changed: the check stops, says where and what differs, until it is back."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from conftest import Command
from dateline.desk import report
from dateline.findings import Place, error
from desks import ROOT, copied

BRIEF, ARTICLE = "briefs/2021/kabul-strike/brief.yaml", "briefs/2021/kabul-strike/first-counts.md"
PASSAGE, WRONG = "nine of one household", "nine of one houxehold"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return copied(ROOT, tmp_path)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_one_letter_stops_the_check_and_putting_it_back_lets_it_pass(desk: Path, dateline: Command) -> None:
    change(desk / ARTICLE, PASSAGE, WRONG)
    assert dateline("check", "--desk", desk).code == 1
    change(desk / ARTICLE, WRONG, PASSAGE)
    assert dateline("check", "--desk", desk).code == 0


def test_it_is_said_where_and_what_differs(desk: Path, dateline: Command) -> None:
    change(desk / ARTICLE, PASSAGE, WRONG)
    (found,) = json.loads(dateline("check", "--desk", desk, "--format", "json").out)["findings"]
    lines = (desk / BRIEF).read_text("utf-8").splitlines()
    body = (desk / ARTICLE).read_text("utf-8").splitlines()
    in_article = next(number for number, line in enumerate(body, start=1) if WRONG in line)
    assert (found["code"], found["file"]) == ("D401", BRIEF)
    assert PASSAGE in lines[found["line"] - 1]
    assert "evidence 1 of the claim “nine-dead”" in found["message"]
    assert f"{ARTICLE}; the nearest passage is in line {in_article}: “{WRONG}" in found["message"]


def test_the_difference_is_shown_below_it(desk: Path, dateline: Command) -> None:
    change(desk / ARTICLE, PASSAGE, WRONG)
    assert "nine of one [-household-] {+houxehold" in dateline("check", "--desk", desk).out


FINDING = error("D401", "quote-absent").at(Place("a.md", 1, 1), "Absent", detail="rose by [-ten-] {+two+} metres")


def test_on_a_terminal_the_difference_is_coloured() -> None:
    shown = report.WRITERS["text"]((FINDING,))
    assert click.style("[-ten-]", fg="red") in shown
    assert click.style("{+two+}", fg="green") in shown


def test_elsewhere_it_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    report.show((FINDING,), "text")
    out = capsys.readouterr().out
    assert "rose by [-ten-] {+two+} metres" in out
    assert "\x1b" not in out


def test_a_detail_cannot_command_a_terminal() -> None:
    hostile = error("D401", "quote-absent").at(Place("a.md", 1, 1), "Absent", detail="[-\x1b[2J-]")
    assert "\x1b[2J" not in report.WRITERS["text"]((hostile,))
