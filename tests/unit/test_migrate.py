"""`dateline migrate`: one format so far, and the way to the next ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Command
from dateline.commands import migrate
from dateline.desk.migrating import steps
from dateline.model import settings
from desks import files_below, write

BRIEFS: dict[str, str | bytes] = {
    "briefs/2021/ferry/brief.yaml": "title: The ferry\r\nsummary: It stops.  # for now\r\n",
    "briefs/2021/ferry/page.png": b"\x89PNG\xff",
    "briefs/actors/col.yaml": "name: Coastal Line\nkind: company\n",
}
NAMED = "plugins:\n  - search\n  - dateline:\n      format: 1  # the first\n"


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dateline that knows two formats more."""
    monkeypatch.setattr(migrate, "steps", lambda: steps("formats"))
    monkeypatch.setattr(settings, "FORMAT", 3)


def test_there_is_a_step_to_every_format() -> None:
    assert settings.FIRST + len(steps()) == settings.FORMAT


def test_a_desk_of_today_is_left_alone(tmp_path: Path, dateline: Command) -> None:
    desk = write(tmp_path, BRIEFS | {"mkdocs.yml": NAMED})
    before = files_below(desk)
    outcome = dateline("migrate", "--desk", desk)
    assert (outcome.code, outcome.err) == (0, "")
    assert "already at format 1" in outcome.out
    assert files_below(desk) == before


UNNAMED = {
    "a bare name": ("plugins: # ours\n  - dateline # it\n", "plugins: # ours\n  - {dateline: {format: 1}} # it\n"),
    "brackets": ("plugins: [search, dateline]\n", "plugins: [search, {dateline: {format: 1}}]\n"),
    "a colon": ("plugins:\n  - dateline:\n", "plugins:\n  - dateline: {format: 1}\n"),
    "other settings": (
        "plugins:\n  - dateline:\n      two_eyes: true\n",
        "plugins:\n  - dateline:\n      format: 1\n      two_eyes: true\n",
    ),
    "braces": ("plugins:\n  - dateline: {two_eyes: true}\n", "plugins:\n  - dateline: {format: 1, two_eyes: true}\n"),
    "a mapping of plugins": ("plugins:\n  dateline: {}\n", "plugins:\n  dateline: {format: 1}\n"),
    "tags of MkDocs": (
        "site_name: !ENV [NAME, x]\nplugins:\n  - dateline:\n",
        "site_name: !ENV [NAME, x]\nplugins:\n  - dateline: {format: 1}\n",
    ),
    "no such file": (None, None),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), UNNAMED.values(), ids=UNNAMED)
def test_a_desk_that_names_no_format_has_the_first(
    before: str | None, after: str | None, tmp_path: Path, dateline: Command
) -> None:
    desk = write(tmp_path, BRIEFS | {name: text for name, text in [("mkdocs.yml", before)] if text})
    outcome = dateline("migrate", "--desk", desk)
    assert outcome.code == 0
    assert "already at format 1" in outcome.out
    expected = {name: text if isinstance(text, bytes) else text.encode() for name, text in BRIEFS.items()}
    assert files_below(desk) == expected | {name: text.encode() for name, text in [("mkdocs.yml", after)] if text}


@pytest.mark.parametrize(
    ("format_", "said"),
    [("2", "install a newer dateline"), ("0", "write “format: 1”"), ("one", "D155"), ("-1", "write “format: 1”")],
)
def test_another_format_is_refused(format_: str, said: str, tmp_path: Path, dateline: Command) -> None:
    desk = write(tmp_path, BRIEFS | {"mkdocs.yml": NAMED.replace(" 1", f" {format_}")})
    before = files_below(desk)
    outcome = dateline("migrate", "--desk", desk)
    assert outcome.code == 1
    assert said in outcome.out
    assert files_below(desk) == before


MIGRATED = {
    "briefs/2021/ferry/brief.yaml": b"title: The ferry\r\ngist: It stops.  # for now\r\n",
    "briefs/2021/ferry/page.png": b"\x89PNG\xff",
    "briefs/people/col.yaml": b"name: Coastal Line\nkind: company\n",
    "mkdocs.yml": NAMED.replace("1  #", "3  #").encode(),
}


@pytest.mark.usefixtures("newer")
def test_an_older_desk_takes_every_step(tmp_path: Path, dateline: Command) -> None:
    desk = write(tmp_path, BRIEFS | {"mkdocs.yml": NAMED})
    outcome = dateline("migrate", "--desk", desk)
    assert outcome.code == 0, outcome
    assert outcome.out.startswith("To format 2: “summary” is called “gist”.\nTo format 3: Actors stand in people/.\n")
    assert files_below(desk) == MIGRATED


@pytest.mark.usefixtures("newer")
def test_only_the_steps_that_are_left_are_taken(tmp_path: Path, dateline: Command) -> None:
    desk = write(
        tmp_path, MIGRATED | {"mkdocs.yml": NAMED.replace("1  #", "2  #"), "briefs/actors/x.yaml": "name: X\n"}
    )
    outcome = dateline("migrate", "--desk", desk)
    assert outcome.code == 0, outcome
    assert "To format 2" not in outcome.out
    assert (desk / "briefs/people/x.yaml").exists()


@pytest.mark.usefixtures("newer")
def test_the_dry_run_writes_nothing(tmp_path: Path, dateline: Command) -> None:
    desk = write(tmp_path, BRIEFS | {"mkdocs.yml": NAMED})
    before = files_below(desk)
    outcome = dateline("migrate", "--dry-run", "--desk", desk)
    assert "+gist: It stops." in outcome.out
    assert "deleted file mode 100644" in outcome.out
    assert files_below(desk) == before


@pytest.mark.usefixtures("newer")
def test_a_step_that_cannot_be_taken_leaves_all_as_it_was(tmp_path: Path, dateline: Command) -> None:
    files = {"mkdocs.yml": NAMED, "briefs/2021/ferry/brief.yaml": "title: T\nsummary: '?'\n"}
    desk = write(tmp_path, BRIEFS | files)
    before = files_below(desk)
    outcome = dateline("migrate", "--desk", desk)
    assert outcome.code == 2
    assert "briefs/2021/ferry/brief.yaml: the gist is only “?”" in outcome.err
    assert files_below(desk) == before


@pytest.mark.usefixtures("newer")
def test_a_desk_of_the_first_format_is_told_to_migrate(tmp_path: Path, dateline: Command) -> None:
    outcome = dateline("check", "--desk", write(tmp_path, BRIEFS | {"mkdocs.yml": NAMED}))
    assert outcome.code == 1
    assert "the content has format 1, and this dateline knows 3" in outcome.out
    assert "run: dateline migrate" in outcome.out
