"""The form for people without git: it asks for every key, and files say in full what a form can show."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import Command
from dateline.desk.form.config import Repository, form_config
from dateline.model.described import described_files
from dateline.model.schema import MAPPINGS
from desks import ROOT, SITES, copied, desk_at, files_below, write

CONFIG = form_config(Repository("github", "github.com", "desk/desk", "main"), "briefs")
PLURAL = {"brief": "briefs", "article": "articles", "actor": "actors", "source": "sources"}


def names(fields: list[dict[str, Any]]) -> Iterator[str]:
    for field in fields:
        yield field["name"]
        yield from names(field.get("fields", []))


def test_the_form_asks_for_every_key() -> None:
    """A record that several kinds of file have is described once, where it first stands, and in the form at each."""
    collections = {one["name"]: one for one in CONFIG["collections"]}
    for kind, records in described_files():
        keys = {key.name for record in records for key in record.keys}
        if kind in MAPPINGS:
            file = next(one for one in collections["lists"]["files"] if one["name"] == kind)
            asked = set(file["fields"][0]["hint"].rpartition(": ")[2].rstrip(".").split(", "))
        else:
            asked = set(names(collections[PLURAL[kind]]["fields"]))
        assert keys - asked == set(), kind


def test_no_key_is_asked_for_that_a_file_may_not_have() -> None:
    known = {key.name for _, records in described_files() for record in records for key in record.keys}
    asked = {name for one in CONFIG["collections"] for name in names(one.get("fields", []))}
    assert asked - known <= {"allow", "code", "why", "until", "body"}


def test_words_to_choose_from_are_those_of_the_schema() -> None:
    brief = next(one for one in CONFIG["collections"] if one["name"] == "briefs")
    claims = next(field for field in brief["fields"] if field["name"] == "claims")
    status = next(field for field in claims["fields"] if field["name"] == "status")
    assert status["widget"] == "select"
    assert "corroborated" in status["options"]
    by = next(field for field in claims["fields"] if field["name"] == "by")
    assert (by["widget"], by["collection"], by["multiple"]) == ("relation", "actors", True)


FORMS = {
    "a text alone": ("authors: A. Writer  # her\n", "authors: [A. Writer]  # her\n"),
    "a text that needs quotes": ("authors: Writer, A.\n", 'authors: ["Writer, A."]\n'),
    "a text in quotes": ("authors: 'Writer, A.'\n", "authors: ['Writer, A.']\n"),
    "ids of records": ("actors: [a, {actor: a, role: x}]\n", "actors: [{actor: a}, {actor: a, role: x}]\n"),
    "ids in lines": ("actors:\n  - a  # one\n", "actors:\n  - {actor: a}  # one\n"),
    "a record alone": ("claims: {says: It is., by: a}\n", "claims: [{says: It is., by: [a]}]\n"),
    "a record in lines": (
        "claims:\n  says: It is.\n  by: a\n  evidence:\n    quote: Text.\n\n# end\n",
        "claims:\n  - says: It is.\n    by: [a]\n    evidence:\n      - quote: Text.\n\n# end\n",
    ),
    "a place": ("dates: [{when: 2021, what: It is., where: Here}]\n",
                "dates: [{when: 2021, what: It is., where: {name: Here}}]\n"),
    "all in full": ("authors: [A. Writer]\nactors:\n- actor: a\n", "authors: [A. Writer]\nactors:\n- actor: a\n"),
    "nothing": ("authors:\nactors: []\n", "authors:\nactors: []\n"),
}  # fmt: skip


@pytest.mark.parametrize(("short", "full"), FORMS.values(), ids=FORMS)
def test_what_is_said_in_short_is_written_out(short: str, full: str, tmp_path: Path, dateline: Command) -> None:
    files = {
        "briefs/2021/b/brief.yaml": f"title: B\n{short}",
        "briefs/2021/b/article.md": "Text.\n",
        "briefs/actors/a.yaml": "name: A\nkind: other\n",
    }
    desk = write(tmp_path / "desk", files)
    before = desk_at(desk).corpus.briefs
    assert dateline("form", "--repository", "desk/desk", "--in-full", "--desk", desk).code == 0
    assert (desk / "briefs/2021/b/brief.yaml").read_text("utf-8") == f"title: B\n{full}"
    assert plain(desk_at(desk).corpus.briefs) == plain(before)


def plain(records: Any) -> str:
    return json.dumps({id_: record.model_dump(mode="json") for id_, record in records.items()}, default=str)


@pytest.mark.parametrize("name", ["harbour", "links", "scripts", "the demonstration"])
def test_a_desk_in_full_says_what_it_said(name: str, tmp_path: Path, dateline: Command) -> None:
    desk = copied(ROOT if name == "the demonstration" else SITES / name, tmp_path / "desk")
    before = desk_at(desk)
    assert dateline("form", "--repository", "desk/desk", "--in-full", "--desk", desk).code == 0
    after = desk_at(desk)
    for shelf in ("briefs", "actors", "sources", "articles"):
        assert plain(getattr(after.corpus, shelf)) == plain(getattr(before.corpus, shelf))
    assert [finding.fault.code for finding in after.findings] == [finding.fault.code for finding in before.findings]
    again = dateline("form", "--repository", "desk/desk", "--in-full", "--desk", desk)
    assert "0 files say in full" in again.out


REMOTES = {
    "git@github.com:desk/desk.git": ("github", "desk/desk", "https://api.github.com"),
    "https://github.com/desk/desk": ("github", "desk/desk", "https://api.github.com"),
    "ssh://git@gitlab.example.org:2222/group/sub/desk.git": ("gitlab", "group/sub/desk", "https://gitlab.example.org"),
    "https://token@gitlab.com/group/desk.git": ("gitlab", "group/desk", "https://gitlab.com"),
}


@pytest.mark.parametrize(("url", "expected"), REMOTES.items(), ids=REMOTES)
def test_the_repository_is_read_off_the_remote(
    url: str, expected: tuple[str, str, str], tmp_path: Path, dateline: Command
) -> None:
    files = {"briefs/2021/b/brief.yaml": "title: B\n", ".git/config": f'[remote "origin"]\n\turl = {url}\n'}
    desk = write(tmp_path / "desk", files)
    assert dateline("form", "--desk", desk).code == 0
    backend = json.loads((desk / "docs/edit/config.json").read_text("utf-8"))["backend"]
    assert (backend["name"], backend["repo"]) == expected[:2]
    assert "token" not in backend["repo"]
    assert f"connect-src 'self' blob: data: {expected[2]};" in (desk / "docs/edit/index.html").read_text("utf-8")
    assert (desk / "docs/edit/sveltia-cms-LICENSE.txt").is_file()


def test_without_a_repository_nothing_is_laid_down(tmp_path: Path, dateline: Command) -> None:
    desk = write(tmp_path / "desk", {"briefs/2021/b/brief.yaml": "title: B\n"})
    outcome = dateline("form", "--desk", desk)
    assert outcome.code == 2
    assert "--repository OWNER/NAME" in outcome.err
    assert sorted(files_below(desk)) == ["briefs/2021/b/brief.yaml"]
