"""The site as it was known: what was recorded later is in no file, and every page says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Command
from desks import ROOT, copied, files_below
from repositories import Repository, repository

LATER = "CANARY"
UNREADABLE = 3


@pytest.fixture
def grown(tmp_path: Path) -> Repository:
    """A desk whose every kind of file was changed after its first commit."""
    desk = copied(ROOT / "tests" / "reviews" / "desk", tmp_path / "desk")
    (desk / "docs" / "about.md").write_text("# About\n\nWritten first.\n", "utf-8")
    made = repository(desk)
    for path in sorted((*desk.rglob("*.yaml"), *desk.rglob("*.md"), desk / "mkdocs.yml")):
        text = path.read_text("utf-8")
        path.write_text(text.replace("Halm", f"{LATER} Halm").replace("Written first", LATER), "utf-8")
    later = "---\ntitle: x\n---\n" + LATER
    made.commit("Later", {"briefs/2024/canary/brief.yaml": f"title: {LATER}\n", "briefs/2024/canary/article.md": later,
                          "docs/canary.md": LATER, "briefs/actors/canary.yaml": f"name: {LATER}\nkind: person\n"},
                day="2026-02-01T12:00:00Z")  # fmt: skip
    (desk / "docs" / "about.md").write_text(f"{LATER}, not committed", "utf-8")
    return made


@pytest.mark.parametrize("moment", ["2026-01-31", "2026-01-01", "main~1"])
def test_nothing_recorded_later_is_in_any_file(moment: str, grown: Repository, dateline: Command) -> None:
    outcome = dateline("build", "--desk", grown.root, "--as-of", moment)
    assert outcome.code == 0, outcome.err
    site = files_below(grown.root / "site")
    assert [name for name, content in site.items() if LATER.lower() in f"{name}{content!r}".lower()] == []
    assert "The weir at Halm gives way" in site["briefs/weir-breach/index.html"].decode()
    assert json.loads(site["data/build.json"])["options"]["as_of"].startswith("As it was known on ")


def test_every_page_says_of_when_it_is(grown: Repository, dateline: Command) -> None:
    assert dateline("build", "--desk", grown.root, "--as-of", "2026-01-31").code == 0
    pages = {
        name: content.decode() for name, content in files_below(grown.root / "site").items() if name.endswith(".html")
    }
    note = "As it was known on 31 January 2026 (commit "
    assert [name for name, page in pages.items() if note not in page] == ["404.html"]


def test_what_is_built_today_has_it_all(grown: Repository, dateline: Command) -> None:
    """The canary sings where it may."""
    assert dateline("build", "--desk", grown.root).code == 0
    site = files_below(grown.root / "site")
    assert LATER.encode() in site["briefs/canary/index.html"]
    assert b"As it was known" not in site["briefs/canary/index.html"]
    assert "as_of" not in json.loads(site["data/build.json"])["options"]


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2025-12-31", "nothing had been committed by the end of 2025-12-31"),
        ("2026-02-31", "“2026-02-31” is no day; write it like 2021-09-15"),
        ("nowhere", "git knows no “nowhere” here"),
    ],
)
def test_a_moment_that_is_none_is_said(moment: str, said: str, grown: Repository, dateline: Command) -> None:
    outcome = dateline("build", "--desk", grown.root, "--as-of", moment)
    assert outcome.code == UNREADABLE
    assert said in outcome.err
    assert not (grown.root / "site").exists()
