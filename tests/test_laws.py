"""What holds for every desk: the pages themselves."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Self

import pytest

from dateline.publish.files import write_pages
from desks import GOOD, ROOT, SITES, VALID, copied, desk_at, files_below, published_files, write
from markup import Markup, dead_ends, from_markdown, landing

DESKS = (*VALID, ROOT)
DATA = re.compile(r"data/\w+\.json")
"""The lists for machines."""


def name_of(desk: Path) -> str:
    return "demonstration" if desk == ROOT else desk.name


@cache
def site(desk: Path, drafts: bool = False) -> dict[str, bytes]:
    return published_files(desk, drafts=drafts)


@cache
def pages(desk: Path) -> dict[str, Markup]:
    return {path: from_markdown(text.decode()) for path, text in site(desk).items() if path.endswith(".md")}


every_desk = pytest.mark.parametrize("desk", DESKS, ids=name_of)


@every_desk
def test_every_link_in_the_markdown_lands(desk: Path) -> None:
    assert list(dead_ends(pages(desk), {*site(desk)})) == []


@every_desk
def test_no_anchor_stands_twice_on_a_page(desk: Path) -> None:
    for path, page in pages(desk).items():
        # A heading and the anchor that it begins with may have one id: they are one place.
        places = [id_ for id_, _ in groupby(page.ids)]
        assert len(places) == len(set(places)), path


def linked(desk: Path, path: str, folder: str, *, but: tuple[str, ...] = ()) -> set[str]:
    """The pages in a folder that a page links to, outside of some of its sections."""
    ways = (landing(path, link.target) for link in pages(desk)[path].links if link.within not in but)
    return {way[0] for way in ways if way and way[0] != path and re.fullmatch(rf"{folder}/.+/index\.md", way[0])}


PARTNERS = ("actors", "sources", "topics", "questions")


@every_desk
@pytest.mark.parametrize("folder", PARTNERS)
def test_what_a_brief_links_to_links_back(desk: Path, folder: str) -> None:
    missing = {
        (brief, other)
        for brief in pages(desk)
        if re.fullmatch(r"briefs/.+/index\.md", brief)
        for other in linked(desk, brief, folder)
        if brief not in linked(desk, other, "briefs")
    }
    assert missing == set()


@every_desk
@pytest.mark.parametrize("folder", PARTNERS)
def test_what_links_to_a_brief_is_linked_there(desk: Path, folder: str) -> None:
    # A relation, a date or a competing answer may be of a brief that is about something else.
    missing = {
        (other, brief)
        for other in pages(desk)
        if re.fullmatch(rf"{folder}/.+/index\.md", other)
        for brief in linked(desk, other, "briefs", but=("relations", "timeline", "competing-answers"))
        if other not in linked(desk, brief, folder)
    }
    assert missing == set()


@every_desk
def test_a_brief_that_another_names_as_related_links_back(desk: Path) -> None:
    shown = [brief for brief in desk_at(desk).corpus.briefs.values() if not brief.unpublished]
    ids = {brief.id for brief in shown}
    ties = [(brief.id, tie.brief) for brief in shown for tie in brief.related if tie.brief in ids]
    page = "briefs/{}/index.md".format
    assert [tie for tie in ties if page(tie[0]) not in linked(desk, page(tie[1]), "briefs")] == []


@every_desk
def test_a_relation_stands_on_both_pages(desk: Path) -> None:
    for actor in desk_at(desk).corpus.actors.values():
        for relation in actor.relations:
            for one, other in ((actor.id, relation.to), (relation.to, actor.id)):
                here, there = f"actors/{one}/index.md", f"actors/{other}/index.md"
                inside = {landing(here, link.target) for link in pages(desk)[here].links if link.within == "relations"}
                assert (there, "") in inside


@every_desk
def test_the_editor_s_own_files_are_counted_right(desk: Path) -> None:
    folder = desk / "briefs"
    hidden = re.compile(r"^state: (draft|in-review)$", re.MULTILINE)
    shown = [path for path in folder.glob("*/*/brief.yaml") if not hidden.search(path.read_text("utf-8"))]
    lists = {name: json.loads(site(desk)[f"data/{name}.json"]) for name in ("briefs", "actors", "sources", "claims")}
    assert [row["id"] for row in lists["briefs"]] == sorted(path.parent.name for path in shown)
    assert [row["id"] for row in lists["actors"]] == sorted(path.stem for path in folder.glob("actors/*.yaml"))
    assert [row["id"] for row in lists["sources"]] == sorted(path.stem for path in folder.glob("sources/*.yaml"))
    articles = [article for row in lists["briefs"] for article in row["articles"]]
    assert sorted(articles) == sorted(
        f"{md.parent.name}/{md.stem}" for path in shown for md in path.parent.glob("*.md")
    )


def test_the_demonstration_desk_is_sound() -> None:
    stopping = [str(finding) for finding in desk_at(ROOT).findings if finding.severity != "hint"]
    assert stopping == []


@every_desk
def test_every_list_is_sorted_by_id(desk: Path) -> None:
    for path, content in site(desk).items():
        if DATA.fullmatch(path) and isinstance(rows := json.loads(content), list):
            assert [row["id"] for row in rows] == sorted({row["id"] for row in rows}), path


@every_desk
def test_every_page_has_a_twin_and_every_address_in_the_data_is_a_page(desk: Path) -> None:
    made = site(desk)
    assert {path.removesuffix(".md") for path in made if path.endswith(".md")} == {
        path.removesuffix(".json") for path in made if path.endswith("index.json")
    }
    for path, content in made.items():
        if DATA.fullmatch(path) and isinstance(rows := json.loads(content), list):
            for row in rows:
                address, _, anchor = row["url"].partition("#")
                assert anchor in {"", *pages(desk)[f"{address}index.md"].ids}, row["url"]


def strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from strings(item)
        case dict():
            for item in value.values():
                yield from strings(item)


@every_desk
def test_no_path_of_this_machine_is_in_any_file(desk: Path) -> None:
    here = str(ROOT).encode()
    assert [path for path, content in site(desk).items() if here in content] == []


# Same input, same bytes.


def reversed_scan(real: Callable[..., Any]) -> Callable[..., Any]:
    class Reversed:
        def __init__(self, *args: Any) -> None:
            with real(*args) as found:
                self.entries = sorted(found, key=lambda entry: str(entry.name), reverse=True)

        def __iter__(self) -> Iterator[Any]:
            return iter(self.entries)

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            self.close()

        def close(self) -> None:
            self.entries = []

    return Reversed


@every_desk
def test_the_order_in_which_the_system_names_files_changes_nothing(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_list = os.listdir
    monkeypatch.setattr(os, "scandir", reversed_scan(os.scandir))
    monkeypatch.setattr(os, "listdir", lambda *args: sorted(real_list(*args), reverse=True))
    assert published_files(desk) == site(desk)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_in_which_files_were_written_changes_nothing(seed: int, tmp_path: Path) -> None:
    files = list(files_below(ROOT / "briefs").items())
    random.Random(seed).shuffle(files)  # noqa: S311  # an order, not a secret
    write(tmp_path / "briefs", dict(files))
    (tmp_path / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    assert published_files(tmp_path) == site(ROOT)


@pytest.mark.parametrize("desk", [SITES / "links", ROOT], ids=name_of)
def test_hash_seed_locale_and_folder_change_nothing(desk: Path, tmp_path: Path) -> None:
    made = []
    for number, (seed, language) in enumerate([("1", "C"), ("4242", "tr_TR.UTF-8")]):
        out = tmp_path / str(number)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LANG": language, "LC_ALL": language, "TZ": f"UTC{number}"}
        words = [sys.executable, "-m", "dateline.cli", "pages", "--desk", str(desk), "--out", str(out)]
        subprocess.run(words, check=True, env=environment, cwd=tmp_path, capture_output=True)
        made.append(files_below(out))
    assert made[0] == made[1]
    assert site(desk).items() <= made[0].items()


def test_a_desk_s_line_ends_and_marks_change_nothing(tmp_path: Path) -> None:
    """A checkout on Windows publishes what a checkout elsewhere does."""
    files = {
        path: b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n") if path.endswith((".yaml", ".md")) else content
        for path, content in files_below(GOOD / "briefs").items()
    }
    write(tmp_path / "briefs", files)
    (tmp_path / "mkdocs.yml").write_bytes((GOOD / "mkdocs.yml").read_bytes())
    assert published_files(tmp_path) == site(GOOD)


# What rights forbid and drafts hide.


def test_what_rights_forbid_is_in_no_file() -> None:
    told = b"".join(site(SITES / "rights").values())
    assert b"at noon the gate was shut" in told
    assert b"EXCERPTCANARY" not in told
    assert b"LINKCANARY" not in told


def test_what_is_a_draft_is_in_no_file() -> None:
    assert [path for path, content in site(SITES / "drafts").items() if b"DRAFTCANARY" in content] == []


def test_what_is_a_draft_is_shown_on_demand() -> None:
    shown = [path for path, content in site(SITES / "drafts", drafts=True).items() if b"DRAFTCANARY" in content]
    assert {"briefs/tunnel/index.md", "briefs/tollgate/index.md", "briefs/bridge/index.md"} <= {*shown}


@pytest.mark.parametrize("folder", ["tunnel", "tollgate"])
def test_a_draft_has_no_page(folder: str) -> None:
    assert [path for path in site(SITES / "drafts") if folder in path] == []


def test_pages_are_what_is_written(tmp_path: Path) -> None:
    from dateline.build import pages as pages_of

    write_pages(tuple(pages_of(desk_at(GOOD))), tmp_path / "out")
    written = files_below(tmp_path / "out")
    assert site(GOOD).items() <= written.items()


def test_copying_a_desk_changes_nothing(tmp_path: Path) -> None:
    assert published_files(copied(GOOD, tmp_path)) == site(GOOD)
