"""Small desks publish what is expected of them, and a broken file is found where it is broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import Command
from desks import GOOD, INVALID, VALID, copied, desk_at, files_below, published_files, write


@pytest.mark.parametrize("desk", VALID, ids=lambda desk: str(desk.name))
def test_a_desk_publishes_what_is_expected(desk: Path, golden: bool) -> None:
    made = published_files(desk)
    if golden:
        shutil.rmtree(desk / "expected", ignore_errors=True)
        write(desk / "expected", made)
    assert made == files_below(desk / "expected")


@pytest.mark.parametrize("desk", VALID, ids=lambda desk: str(desk.name))
def test_a_desk_is_sound(desk: Path) -> None:
    assert desk_at(desk).sound


@pytest.mark.parametrize("case", INVALID, ids=lambda case: str(case.name))
def test_a_broken_file_is_found(case: Path, golden: bool, tmp_path: Path, dateline: Command) -> None:
    root = copied(case, copied(GOOD, tmp_path))
    outcome = dateline("check", "--desk", root)
    expected = case / "findings.txt"
    if golden:
        expected.write_text(outcome.out, "utf-8")
    assert outcome.out == expected.read_text("utf-8")
    assert outcome.code == 1


@pytest.mark.parametrize("case", INVALID, ids=lambda case: str(case.name))
def test_only_one_file_is_broken(case: Path) -> None:
    assert len([path for path in case.rglob("*") if path.is_file() and path.name != "findings.txt"]) == 1


@pytest.mark.parametrize("case", INVALID, ids=lambda case: str(case.name))
def test_what_is_found_is_found_in_the_broken_file(case: Path) -> None:
    places = [line for line in (case / "findings.txt").read_text("utf-8").splitlines() if ": error D" in line]
    broken = next(path for path in case.rglob("*") if path.is_file() and path.name != "findings.txt")
    name = broken.relative_to(case).as_posix()
    assert [place for place in places if place.startswith(f"{name}:")]
