"""What another process finds is what this one would have found, and no trouble of that process is lost."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest

from dateline.api import load
from dateline.check import aside
from dateline.check.aside import check_aside
from dateline.check.run import check
from dateline.findings import Finding
from dateline.relate.relations import relate
from desks import GOOD, copied, write

WRONG = {"briefs/2020/lamp/brief.yaml": "title: The lamp\nclaims:\n  - {id: relit, says: It burns.}\n"}


@pytest.fixture(autouse=True)
def _always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "_pays", lambda _: True)


def test_another_process_finds_the_same(tmp_path: Path) -> None:
    corpus = load(write(copied(GOOD, tmp_path / "desk"), WRONG))
    relations = relate(corpus)
    wait = check_aside(corpus, relations)
    assert len(multiprocessing.active_children()) == 1
    found = wait()
    assert found
    assert found == check(corpus, relations)
    assert multiprocessing.active_children() == []


def test_what_stops_another_process_is_found_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, here = load(copied(GOOD, tmp_path / "desk")), os.getpid()

    def stopped(*_: object) -> tuple[Finding, ...]:
        if os.getpid() != here:
            os._exit(9)
        return ()

    monkeypatch.setattr(aside, "check", stopped)
    assert check_aside(corpus, relate(corpus))() == ()
