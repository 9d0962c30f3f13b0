"""A desk in a commit is the desk in a folder: the same documents, the same findings, whatever stands there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import pytest

from dateline.read.blobs import LINK, Stored, stored_files
from dateline.read.committed import Committed, committed
from dateline.read.history import Repository as History
from dateline.read.limits import Limits
from dateline.read.tree import read_tree
from desks import INVALID, VALID, copied, write
from repositories import repository

ODD = {
    "briefs/2021/pier/brief.yaml": "title: The pier\n",
    "briefs/2021/pier/Article.MD": "A text",
    "briefs/2021/pier/photo.png": "no picture",
    "briefs/2021/Pier/brief.yaml": "title: Another\n",
    "briefs/2021/empty/.keep": "",
    "briefs/2021/only/article.md": "A text",
    "briefs/2021/stray.yaml": "a: b\n",
    "briefs/2021/deep/er/brief.yaml": "title: Deep\n",
    "briefs/2020": "a file where a folder is meant\n",
    "briefs/actors/a b.yaml": "name: A\n",
    "briefs/actors/ж.yaml": "name: Zh\n",
    "briefs/actors/large.yaml": f"name: {'x' * 3000}\n",
    "briefs/actors/sub/x.yaml": "name: X\n",
    "briefs/topic.yaml": "a: {name: A}\n",
    "briefs/notes.txt": "no",
    ".hidden": "",
}


def ground(root: Path, briefs: str, known: dict[str, bytes] | None = None) -> Committed:
    """What stands in the last commit of a repository."""
    history = History.around(root)
    found = committed(history, history.commit("HEAD"), briefs, {} if known is None else known)
    assert found is not None
    return found


@pytest.mark.parametrize("site", [*VALID, *INVALID], ids=lambda site: str(site.name))
def test_a_commit_reads_as_its_folder(site: Path, tmp_path: Path) -> None:
    desk = repository(copied(site, tmp_path / "desk"))
    assert read_tree(ground(desk.root, "briefs"), "briefs", Limits()) == read_tree(desk.root, "briefs", Limits())


@pytest.mark.parametrize(
    "briefs", ["briefs", "briefs/", ".", "nowhere", "../desk", "../../etc", "briefs/2020", "briefs/2021"]
)
def test_odd_names_and_folders_are_told_alike(briefs: str, tmp_path: Path) -> None:
    desk = repository(write(tmp_path / "desk", ODD))
    limits = Limits(file=2000)
    found = read_tree(ground(desk.root, briefs), briefs, limits)
    if briefs == "../desk":  # on a disk it leads back; a commit knows no name of its own folder
        assert [finding.fault.name for finding in found.findings] == ["link-out-of-desk"]
    else:
        assert found == read_tree(desk.root, briefs, limits)
    assert found.findings


def test_a_desk_in_a_subfolder_has_its_own_names(tmp_path: Path) -> None:
    write(tmp_path / "whole" / "our desk", {"briefs/2021/pier/brief.yaml": "title: The pier\n"})
    repository(tmp_path / "whole")
    root = tmp_path / "whole" / "our desk"
    assert read_tree(ground(root, "briefs"), "briefs", Limits()) == read_tree(root, "briefs", Limits())


def test_what_is_known_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = repository(write(tmp_path / "desk", {"briefs/2021/pier/brief.yaml": "title: The pier\n"}))
    known: dict[str, bytes] = {}
    first = read_tree(ground(desk.root, "briefs", known), "briefs", Limits())
    monkeypatch.setattr("dateline.read.committed.contents", _asked)
    assert read_tree(ground(desk.root, "briefs", known), "briefs", Limits()) == first


def _asked(_: object, files: Iterable[Stored]) -> Iterator[tuple[Stored, IO[bytes], int]]:
    assert list(files) == [], "nothing is asked of git"
    return iter(())


def test_where_a_link_stands_only_a_disk_can_follow_it(tmp_path: Path) -> None:
    desk = repository(write(tmp_path / "desk", {"briefs/2021/pier/brief.yaml": "title: The pier\n"}))
    (desk.root / "briefs" / "2021" / "quay").symlink_to("pier")
    desk.commit("A link")
    history = History.around(desk.root)
    commit = history.commit("HEAD")
    assert [file.mode for file in stored_files(history, commit, ())].count(LINK) == 1
    assert committed(history, commit, "briefs", {}) is None


def test_an_original_has_the_same_digest_in_both(tmp_path: Path) -> None:
    data = b"a saved page" * 200_000
    file = "briefs/2021/pier/article.html"
    desk = repository(write(tmp_path / "desk", {"briefs/2021/pier/brief.yaml": "title: The pier\n", file: data}))
    trees = read_tree(ground(desk.root, "briefs"), "briefs", Limits()), read_tree(desk.root, "briefs", Limits())
    assert {tree.sha256(file) for tree in trees} == {hashlib.sha256(data).hexdigest()}
