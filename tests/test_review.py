"""A pull request is reviewed by meaning: what is said of a change, and how the command behaves."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import Command
from desks import GOOD, VALID, copied, write
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


# Which states are compared.


def test_a_desk_in_a_subfolder_is_found(tmp_path: Path, dateline: Command) -> None:
    copied(GOOD, tmp_path / "whole" / "our desk")
    desk = repository(tmp_path / "whole")
    edit(desk, "our desk/briefs/actors/ola-brandt.yaml", "Ola Brandt", "Ola B. Brandt")
    outcome = dateline("review", "main", "--desk", tmp_path / "whole" / "our desk", "--format", "json")
    assert [item["id"] for item in json.loads(outcome.out)["actors"]["changed"]] == ["ola-brandt"]


def test_a_desk_that_was_not_there_yet_is_all_new(tmp_path: Path, dateline: Command) -> None:
    desk = repository(tmp_path / "desk")
    copied(GOOD, desk.root)
    review = json.loads(dateline("review", "main", "--desk", desk.root, "--format", "json").out)
    assert [item["id"] for item in review["briefs"]["added"]] == ["lamp", "pier"]
    assert review["briefs"]["removed"] == review["briefs"]["changed"] == []


def test_merge_base_leaves_out_what_others_did_meanwhile(desk: Repository, reviewed: Reviewed) -> None:
    desk.git("switch", "--quiet", "--create", "ours")
    edit(desk, "briefs/actors/ola-brandt.yaml", "Ola Brandt", "Ola B. Brandt")
    desk.commit("Ours")
    desk.git("switch", "--quiet", "main")
    edit(desk, "briefs/sources/coast-radio.yaml", "Coast Radio", "Radio Coast")
    desk.commit("Theirs")
    assert [item["id"] for item in reviewed("main", "ours")["sources"]["changed"]] == ["coast-radio"]
    ours = reviewed("main", "ours", "--merge-base")
    assert ours["sources"]["changed"] == []
    assert [item["id"] for item in ours["actors"]["changed"]] == ["ola-brandt"]


def test_a_shallow_copy_says_what_to_fetch(desk: Repository, tmp_path: Path, dateline: Command) -> None:
    first = desk.git("rev-parse", "HEAD")
    desk.commit("More")
    desk.git("clone", "--quiet", "--depth=1", f"file://{desk.root}", str(tmp_path / "copy"))
    outcome = dateline("review", first, "--desk", tmp_path / "copy")
    assert outcome.code == UNREADABLE
    assert f"this clone is shallow and does not hold “{first}”; run: git fetch --depth=1 origin" in outcome.err


def test_strict_ends_with_1_over_a_correction_owed(desk: Repository, dateline: Command) -> None:
    edit(desk, "briefs/2021/pier/brief.yaml", "number: 210", "number: 211")
    assert dateline("review", "main", "--desk", desk.root).code == FINE
    assert dateline("review", "main", "--desk", desk.root, "--strict").code == FOUND


# A branch from a stranger.


def test_a_stranger_s_branch_runs_nothing(desk: Repository, tmp_path: Path, dateline: Command) -> None:
    trace = tmp_path / "trace"
    desk.commit("Hostile", {
        ".gitattributes": "* filter=evil diff=evil merge=evil\n",
        ".gitmodules": f'[submodule "x"]\n\tpath = x\n\turl = ext::sh -c touch% {trace}\n',
        "mkdocs.yml": f'site_name: !!python/object/apply:os.system ["touch {trace}"]\nplugins: [dateline]\n'
                      f"INHERIT: ../../../../../../etc/passwd\nhooks: [evil.py]\n",
        "evil.py": f"open({str(trace)!r}, 'w')\n",
    })  # fmt: skip
    for driver in ("smudge", "clean", "process"):
        desk.git("config", f"filter.evil.{driver}", f"touch {trace}")
    desk.git("config", "diff.evil.textconv", f"touch {trace}")
    desk.git("config", "core.fsmonitor", f"touch {trace}")
    hook = desk.root / ".git" / "hooks" / "post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {trace}\n")
    hook.chmod(0o755)
    trace.unlink(missing_ok=True)
    for words in (["main~1"], ["main~1", "main"], ["main", "main~1"]):
        assert dateline("review", *words, "--desk", desk.root).code == FINE
    assert not trace.exists()


def test_a_link_of_a_branch_is_never_followed_out_of_it(desk: Repository, tmp_path: Path, reviewed: Reviewed) -> None:
    secret = write(tmp_path, {"secret.yaml": "name: SECRET\nkind: person\n"}) / "secret.yaml"
    (desk.root / "briefs/actors/stranger.yaml").symlink_to(secret)
    (desk.root / "briefs/actors/friend.yaml").symlink_to("ola-brandt.yaml")
    desk.commit("Links")
    review = reviewed("main~1", "main")
    assert "SECRET" not in json.dumps(review)
    assert [item["code"] for item in review["findings"]["new"] if "stranger" in item["file"]] == ["D135"]
    assert [item["id"] for item in review["actors"]["added"]] == ["friend"]


def test_a_mkdocs_yml_that_leads_elsewhere_is_not_opened(desk: Repository, tmp_path: Path, reviewed: Reviewed) -> None:
    (desk.root / "mkdocs.yml").unlink()
    (desk.root / "mkdocs.yml").symlink_to(write(tmp_path, {"secret": "SECRET: [\n"}) / "secret")
    desk.commit("A link")
    review = reviewed("main~1", "main")
    assert "SECRET" not in json.dumps(review)
    assert [item["code"] for item in review["findings"]["new"]] == ["D155"]


# check --changed.


def test_changed_shows_what_the_change_touches(desk: Repository, dateline: Command) -> None:
    old = "title: The lamp\nclaims:\n  - {id: relit, says: It burns.}\n"
    desk.commit("A warning that was there before", {"briefs/2020/lamp/brief.yaml": old})
    edit(desk, "briefs/sources/coast-radio.yaml", "kind: broadcaster", "kind: brodcaster")
    (desk.root / "briefs/actors/ola-brandt.yaml").unlink()

    def files(*words: str) -> set[str]:
        outcome = dateline("check", "--desk", desk.root, "--format", "json", *words)
        return {row["file"] for row in json.loads(outcome.out)["findings"]}

    assert "briefs/2020/lamp/brief.yaml" in files()
    touched = files("--changed", "main")
    assert "briefs/2020/lamp/brief.yaml" not in touched
    assert {"briefs/sources/coast-radio.yaml", "briefs/2021/pier/brief.yaml"} <= touched
