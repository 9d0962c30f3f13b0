"""A pull request is reviewed by meaning: what is said of a change, and how the command behaves."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import Command
from desks import GOOD, VALID, copied
from repositories import Repository, repository

FINE, FOUND, WRONG_USE, UNREADABLE = 0, 1, 2, 3
KINDS = ("briefs", "claims", "dates", "actors", "sources", "articles", "topics", "questions", "support")
Reviewed = Callable[..., dict[str, Any]]


@pytest.fixture
def desk(tmp_path: Path) -> Repository:
    """A good desk under git."""
    return repository(copied(GOOD, tmp_path / "desk"))


@pytest.fixture
def reviewed(desk: Repository, dateline: Command) -> Reviewed:
    """The review of what was done to the desk, as data."""

    def run(*words: str) -> dict[str, Any]:
        outcome = dateline("review", *(words or ("main",)), "--desk", desk.root, "--format", "json")
        assert outcome.code == FINE, outcome.err
        found: dict[str, Any] = json.loads(outcome.out)
        return found

    return run


def is_empty(review: dict[str, Any]) -> bool:
    """Whether a review names no change at all."""
    lists = [review[kind][way] for kind in KINDS for way in ("added", "removed", "changed")]
    return not any([*lists, *review["findings"].values(), *review["unread"].values(), review["pages"]])


def edit(desk: Repository, file: str, old: str, new: str) -> None:
    """Replace some words of a file; they must be there."""
    path = desk.root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("site", VALID, ids=lambda site: str(site.name))
def test_a_state_and_itself_differ_in_nothing(site: Path, tmp_path: Path, dateline: Command) -> None:
    desk = repository(copied(site, tmp_path / "desk"))
    for words in (["main"], ["main", "main"]):
        outcome = dateline("review", *words, "--desk", desk.root, "--format", "json")
        assert is_empty(json.loads(outcome.out)), outcome.out
        assert "**No change in meaning.**" in dateline("review", *words, "--desk", desk.root).out


def test_the_json_has_the_parts_of_the_contract(reviewed: Reviewed) -> None:
    review = reviewed()
    for kind in KINDS:
        assert [*review[kind]] == ["added", "removed", "changed"]
    assert [*review["findings"]] == ["new", "gone"]
    assert review["pages"] == []


def test_files_are_written_by_their_endings(desk: Repository, tmp_path: Path, dateline: Command) -> None:
    names = [tmp_path / f"review.{ending}" for ending in ("md", "html", "json", "txt")]
    outs = [word for name in names for word in ("--out", name)]
    outcome = dateline("review", "main", "--desk", desk.root, *outs)
    assert outcome.out == "No change in meaning.\n"
    assert names[0].read_text("utf-8").startswith("<!-- dateline review -->")
    assert names[1].read_text("utf-8").startswith("<!doctype html>")
    assert is_empty(json.loads(names[2].read_text("utf-8")))
    assert names[3].read_text("utf-8").startswith("No change in meaning.")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["nowhere"], UNREADABLE, "git knows no “nowhere” here"),
        (["--", "--upload-pack=x"], UNREADABLE, "git knows no “--upload-pack=x” here"),
        (["main", "nowhere"], UNREADABLE, "git knows no “nowhere” here"),
        ([], WRONG_USE, "Missing argument 'BASE'"),
        (["main", "--out", "review.pdf"], WRONG_USE, "ends in none of .md, .html, .json and .txt"),
    ],
)
def test_what_cannot_be_reviewed_is_said(
    words: list[str], code: int, said: str, desk: Repository, dateline: Command
) -> None:
    outcome = dateline("review", "--desk", desk.root, *words)
    assert outcome.code == code
    assert said in outcome.err


def test_a_folder_without_git_is_told(tmp_path: Path, dateline: Command) -> None:
    outcome = dateline("review", "main", "--desk", copied(GOOD, tmp_path / "desk"))
    assert outcome.code == UNREADABLE
    assert "is not in a git repository" in outcome.err
