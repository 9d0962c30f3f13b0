"""A build with a memory gives what a build without one gives, whatever was edited between."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest

from conftest import Command
from dateline.build import examine, memory_of, pages, sheets
from dateline.model.corpus import Corpus
from dateline.model.settings import Settings
from dateline.model.when import When
from dateline.pages import together
from dateline.pages.kinds import corrections
from dateline.pages.page import Page
from dateline.pages.parts import catalogue, shelf
from dateline.pages.run import Subject, page_of
from dateline.read import reader
from dateline.read.kept import SIZE
from dateline.read.memory import BUSY, DAMAGED, FILE, FOLDER, OLDER, open_memory
from dateline.relate import mentions_known, verdicts
from dateline.relate.relations import Relations
from desks import GOOD, copied, write
from incremental import EDITS, make_desk

SEQUENCES, BRIEFS, EDITS_EACH = 25, 20, 2
NIGHTLY_SEQUENCES, NIGHTLY_BRIEFS, NIGHTLY_EDITS = 2000, 60, 4


class Made:
    """The paths of pages that were made while sheets were asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.paths: list[str] = []

        def noted(subject: Subject, corpus: Corpus, relations: Relations, today: When | None) -> Page:
            self.paths.append(subject.path)
            return page_of(subject, corpus, relations, today)

        monkeypatch.setattr(together, "page_of", noted)

    def by(self, root: Path) -> set[str]:
        """Those of one build with the memory."""
        self.paths.clear()
        with memory_of(root, Settings()) as memory:
            list(sheets(examine(root, Settings(), None, memory)))
        return set(self.paths)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    return Made(monkeypatch)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return make_desk(tmp_path, BRIEFS, Random(7))


@pytest.fixture
def small_desk(tmp_path: Path) -> Path:
    return make_desk(tmp_path, 3, Random(7))


@pytest.fixture
def short_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists that a small desk's pages split as those of a large one are."""
    monkeypatch.setattr(shelf, "ROOM", 6)
    monkeypatch.setattr(shelf.rooms, "__defaults__", (6,))
    monkeypatch.setattr(catalogue, "LONGEST", 5)
    monkeypatch.setattr(corrections, "LONGEST", 1)


RELATED = ("timeline", "mentions", "backlinks", "verdicts", "sourcing", "contests", "ripple")


def assert_the_same(root: Path, *, drafts: bool = False) -> None:
    """Pages and findings, clean and with the memory."""
    clean = examine(root, Settings())
    expected = {page.path: page for page in pages(clean, drafts=drafts)}
    with memory_of(root, Settings()) as memory:
        desk = examine(root, Settings(), None, memory)
        assert desk.findings == clean.findings
        assert desk.corpus == clean.corpus
        for name in RELATED:
            assert getattr(desk.relations, name) == getattr(clean.relations, name), name
        assert desk.content == clean.content
        found = {sheet.path: sheet for sheet in sheets(desk, drafts=drafts)}
        assert list(found) == list(expected)
        assert {path: sheet.make() for path, sheet in found.items()} == expected


def assert_edits_leave_the_same(root: Path, seed: int, briefs: int, edits: int) -> None:
    """A desk from a seed, edited again and again."""
    draw = Random(seed)
    make_desk(root, briefs, draw)
    assert_the_same(root)
    for _ in range(edits):
        for _ in range(draw.randint(1, 2)):
            EDITS[draw.choice(list(EDITS))](root, draw)
        assert_the_same(root, drafts=draw.random() < 1 / 5)


@pytest.mark.usefixtures("short_lists")
@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_edits_in_any_order(seed: int, tmp_path: Path) -> None:
    assert_edits_leave_the_same(tmp_path, seed, BRIEFS, EDITS_EACH)


@pytest.mark.nightly
@pytest.mark.usefixtures("short_lists")
@pytest.mark.parametrize("seed", range(NIGHTLY_SEQUENCES))
def test_many_edits_of_a_larger_desk(seed: int, tmp_path: Path) -> None:
    assert_edits_leave_the_same(tmp_path, 10_000 + seed, NIGHTLY_BRIEFS, NIGHTLY_EDITS)


def test_nothing_is_made_where_nothing_changed(desk: Path, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(made.by(desk)) > BRIEFS
    monkeypatch.setattr("dateline.build.read_again", None)  # not even read
    assert made.by(desk) == set()


def test_what_is_saved_without_a_change_changes_nothing(desk: Path, made: Made) -> None:
    made.by(desk)
    file = next(desk.glob("briefs/20*/*/brief.yaml"))
    file.write_bytes(file.read_bytes())
    assert made.by(desk) == set()


def test_a_sentence_changes_the_pages_that_show_it_alone(desk: Path, made: Made) -> None:
    everything = made.by(desk)
    write(
        desk, {"briefs/2018/brief-003/one.md": (desk / "briefs/2018/brief-003/one.md").read_text() + "\nAnd so on.\n"}
    )
    changed = made.by(desk)
    assert "briefs/brief-003/index.md" in changed
    assert len(changed) < len(everything) / 4


def test_a_brief_s_own_prose_is_nothing_to_the_lists_that_name_it(desk: Path, made: Made) -> None:
    made.by(desk)
    file = desk / "briefs/2018/brief-003/brief.yaml"
    write(desk, {"briefs/2018/brief-003/brief.yaml": file.read_text().replace("summary: ", "summary: In short, ")})
    changed = made.by(desk)
    assert "briefs/brief-003/index.md" in changed
    assert {path.split("/")[0] for path in changed} <= {"index.md", "briefs", "actors", "corrections"}
    assert "briefs/index.md" not in changed


def test_a_new_name_changes_the_pages_that_have_it(desk: Path, made: Made) -> None:
    """Nothing else of the new actor is on the page of a year in which a line of text happens to name it."""
    made.by(desk)
    write(desk, {"briefs/actors/eastport.yaml": "name: Eastport\nkind: place\n"})
    naming = {path.parents[1].name for path in desk.glob("briefs/20*/*/brief.yaml") if "Eastport" in path.read_text()}
    years = {path for path in made.by(desk) if path.startswith("timeline/20")}
    assert years == {f"timeline/{year}/index.md" for year in naming}
    assert_the_same(desk)


@pytest.mark.skipif(sys.platform != "linux", reason="pages are made by forked processes on Linux alone")
def test_on_several_processes_pages_and_what_they_read_are_the_same(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for number, fewest in enumerate((10**6, 1)):
        monkeypatch.setattr(together, "FEWEST", fewest)
        monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})
        with open_memory(tmp_path / f"memory-{number}", "") as memory:
            made = [(sheet.key, sheet.make()) for sheet in sheets(examine(desk, Settings(), None, memory))]
            found.append((made, dict(memory.all("sheets"))))
    assert found[0] == found[1]


def test_a_new_version_of_the_program_starts_anew(desk: Path, monkeypatch: pytest.MonkeyPatch, made: Made) -> None:
    first = made.by(desk)
    monkeypatch.setattr("dateline.build.program", lambda: "another")
    assert made.by(desk) == first


def test_other_settings_start_anew(desk: Path) -> None:
    with memory_of(desk, Settings()) as memory:
        examine(desk, Settings(), None, memory)
    with memory_of(desk, Settings(excerpt_words=3)) as memory:
        assert memory.note == OLDER


# A memory that is not what it was costs time only.


def spoilt(file: Path) -> Iterator[tuple[str, bytes]]:
    data = file.read_bytes()
    yield "empty", b""
    yield "cut", data[: len(data) // 2]
    yield "no database", b"nothing of the kind\n" * 100
    yield "other bytes within", data[:20_000] + bytes(len(data) - 20_000)


@pytest.mark.parametrize("number", range(4))
def test_a_damaged_memory_is_dropped_with_a_line(number: int, small_desk: Path, made: Made) -> None:
    made.by(small_desk)
    file = small_desk / FOLDER / FILE
    _, data = list(spoilt(file))[number]
    file.write_bytes(data)
    with memory_of(small_desk, Settings()) as memory:
        list(sheets(examine(small_desk, Settings(), None, memory)))
        assert memory.note == DAMAGED
    assert_the_same(small_desk)


VALUES = (b"", b"x", b'{"state": 7}', b"[" * 100_000, b'{"options": "drafts False, today None"}')


@pytest.mark.parametrize("kind", ["files", "findings", "content", "cells", "names", "sheets", "all sheets"])
@pytest.mark.parametrize("value", VALUES)
def test_no_value_of_a_memory_is_trusted(kind: str, value: bytes, small_desk: Path, made: Made) -> None:
    """Whoever writes a right checksum to a wrong value gets pages made anew, or at worst a page as it was."""
    made.by(small_desk)
    with memory_of(small_desk, Settings()) as memory:
        for key in [key for key, _ in memory.all(kind)]:
            memory.put(kind, [(key, value)])
        memory.save()
    assert_the_same(small_desk)


KEPT = ("readings", "verdicts", "mentions", "shares", "credits", "places")


@pytest.mark.parametrize("kind", KEPT)
@pytest.mark.parametrize("value", [*VALUES, b"[[]]", b"[[], [[]]]", b"[[1, 2]]", b'"ab"'])
def test_no_kept_value_is_trusted(kind: str, value: bytes, small_desk: Path, made: Made) -> None:
    """Under a right key a value that makes no sense is as if it were not there."""
    made.by(small_desk)
    file = small_desk / "briefs/2015/brief-000/brief.yaml"
    write(small_desk, {"briefs/2015/brief-000/brief.yaml": f"{file.read_text()}authors: Somebody\n"})
    with memory_of(small_desk, Settings()) as memory:
        for key, kept in list(memory.all(kind)):
            memory.put(kind, [(key, kept[:SIZE] + value)])
        memory.save()
    assert_the_same(small_desk)


def test_after_an_edit_nothing_is_read_or_looked_up_again_elsewhere(
    desk: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.by(desk)
    asked: list[str] = []

    def noted(name: str, real: Callable[..., Any], *of: Any) -> Any:
        asked.append(name)
        return real(*of)

    for module, name in ((reader, "read_document"), (verdicts, "_verdict"), (mentions_known, "mentions_in")):
        monkeypatch.setattr(module, name, partial(noted, name, getattr(module, name)))
    monkeypatch.setattr("dateline.relate.sourcing.texts.containment", None)
    monkeypatch.setattr("dateline.relate.origins.credits_of", None)
    name = "briefs/2018/brief-003/brief.yaml"
    write(desk, {name: (desk / name).read_text().replace("summary: ", "summary: In short, ")})
    made.by(desk)
    assert asked == ["read_document", "_verdict", "mentions_in"]


def test_what_is_kept_of_a_thing_goes_with_it(desk: Path, made: Made) -> None:
    made.by(desk)
    shutil.rmtree(desk / "briefs/2018/brief-003")
    made.by(desk)
    with memory_of(desk, Settings()) as memory:
        names = [name for kind in KEPT for name, _ in memory.all(kind)]
    assert names
    assert [name for name in names if "brief-003" in name] == []


def test_a_value_whose_checksum_is_wrong_is_not_there(tmp_path: Path) -> None:
    with open_memory(tmp_path / "m", "one") as memory:
        memory.put("kind", [("a", b"first"), ("b", b"second")])
        memory.save()
    with sqlite3.connect(tmp_path / "m" / FILE) as connection:
        connection.execute("UPDATE kept SET value = X'0011223344556677' WHERE key = 'a'")
    with open_memory(tmp_path / "m", "one") as memory:
        assert (memory.get("kind", "a"), memory.get("kind", "b")) == (None, b"second")
        assert memory.note == DAMAGED


def test_a_memory_s_file_is_hardly_larger_than_what_is_kept(tmp_path: Path) -> None:
    """Where large values stand in the index itself it is twice as large, and small rows take ever longer to put."""
    with open_memory(tmp_path / "m", "one") as memory:
        memory.put("a", ((f"{number:06}", bytes(1200)) for number in range(3000)))
        memory.save()
    assert (tmp_path / "m" / FILE).stat().st_size < 3000 * 1200 * 1.4


def test_two_runs_do_not_mix(tmp_path: Path) -> None:
    with open_memory(tmp_path / "m", "one") as first, open_memory(tmp_path / "m", "one") as second:
        assert second.note == BUSY
        first.put("kind", [("a", b"first")])
        second.put("kind", [("a", b"second")])
        second.save()
        first.save()
        third = open_memory(tmp_path / "m", "one")
        assert third.get("kind", "a") == b"first"
        third.put("kind", [("a", b"third")])
        third.save()
        assert first.get("kind", "a") is None, "what it knew is no longer what stands there"
        third.close()


def test_a_memory_that_is_not_saved_stays_as_it_was(tmp_path: Path) -> None:
    with open_memory(tmp_path / "m", "one") as memory:
        memory.put("kind", [("a", b"first")])
        memory.save()
        memory.put("kind", [("a", b"second")])
    with open_memory(tmp_path / "m", "one") as memory:
        assert memory.get("kind", "a") == b"first"


def test_a_folder_that_nobody_may_write_to_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "m").write_text("a file where the folder would be")
    with open_memory(tmp_path / "m", "one") as memory:
        memory.put("kind", [("a", b"first")])
        memory.save()
        assert (memory.get("kind", "a"), memory.note) == (b"first", "")


def test_a_second_check_reads_no_file_and_says_the_same(
    tmp_path: Path, dateline: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(GOOD, tmp_path)
    write(root, {"briefs/actors/odd.yaml": "name: Odd\nkind: persn\n"})
    first = dateline("check", "--desk", root)
    monkeypatch.setattr("dateline.build.read_again", None)
    assert dateline("check", "--desk", root) == first
    assert first.code == 1
    assert (root / FOLDER / ".gitignore").read_text() == "*\n"
