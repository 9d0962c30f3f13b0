"""However a desk was edited, bringing its site up to date gives what building it from nothing gives."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from random import Random

import pytest

from dateline.desk.site_options import preparing
from dateline.pages.sheet import Sheet
from dateline.publish.configuration import SiteError
from dateline.publish.press.building import build_site
from dateline.publish.press.memory import Memory
from dateline.publish.press.printing import Printed, Printer
from dateline.publish.press.surroundings import hindrance
from dateline.publish.site import load_config, quiet
from dateline.read.memory import FOLDER
from desks import files_below
from edits import EDITS, edit, write_desk

SMALL, LARGE = 20, 60
"""Briefs."""
SEQUENCES, NIGHTLY = 25, 2000
ROUNDS = 2


@pytest.fixture(scope="session", params=[SMALL])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with its site and the memory of its build."""
    quiet()
    root = tmp_path_factory.mktemp("built") / "desk"
    write_desk(root, request.param)
    build(root)
    return root


def build(root: Path, *, workers: int = 1) -> bool:
    """Build a desk's site; returns whether that could be done."""
    try:
        build_site(root, preparing(drafts=False, strict=False, today=None), workers)
    except SiteError:
        return False
    return True


def clean(root: Path, to: Path) -> dict[str, bytes]:
    """What the same desk gives where nothing was built before."""
    shutil.copytree(root, to, ignore=shutil.ignore_patterns("site", FOLDER))
    assert build(to)
    return files_below(to / "site")


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def check(built: Path, seed: int, place: Path) -> None:
    root, draw, done = place / "desk", Random(f"edits {seed}"), []  # noqa: S311  # no secret
    shutil.copytree(built, root, symlinks=True)
    sound = True
    for _ in range(ROUNDS):
        done.append(edit(root, draw))
        sound = build(root)
    if sound:
        assert differing(files_below(root / "site"), clean(root, place / "clean")) == [], done


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_any_sequence_of_edits_gives_what_a_clean_build_gives(built: Path, seed: int, tmp_path: Path) -> None:
    check(built, seed, tmp_path)


@pytest.mark.nightly
@pytest.mark.parametrize("built", [LARGE], indirect=True)
@pytest.mark.parametrize("seed", range(NIGHTLY))
def test_any_sequence_of_edits_of_a_larger_desk(built: Path, seed: int, tmp_path: Path) -> None:
    check(built, seed, tmp_path)
    shutil.rmtree(tmp_path)


@pytest.mark.parametrize("one", EDITS, ids=lambda one: str(one.__name__))
def test_each_edit_changes_the_site(built: Path, one: object, tmp_path: Path) -> None:
    """Otherwise the laws above would say nothing of it."""
    root = tmp_path / "desk"
    shutil.copytree(built, root)
    (root / "docs/note-1.md").write_text("# A note\n")
    assert build(root)
    before = files_below(root / "site")
    assert callable(one)
    for seed in range(9):  # some edits break the desk now and then
        one(root, Random(seed))  # noqa: S311
        if build(root):
            break
    assert differing(before, files_below(root / "site")) != []


def test_nothing_changed_leaves_the_site_untouched(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "desk"
    shutil.copytree(built, root)
    assert build(root)
    before = {path: path.stat().st_ino for path in (root / "site").rglob("*")}
    assert build(root)
    assert {path: path.stat().st_ino for path in (root / "site").rglob("*")} == before


def with_newer_day(root: Path) -> Path:
    """A desk with a brief of a day after all others."""
    brief = min(root.glob("briefs/20*/*/brief.yaml"))
    text = brief.read_text("utf-8")
    brief.write_text(re.sub(r"(?m)^published: .*", "published: '2031-05-06'", text, count=1), "utf-8")
    return root


def test_a_newer_day_is_put_into_pages_that_are_not_made_anew(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, made, printed = tmp_path / "desk", [], Printer.printed

    def noted(printer: Printer, sheet: Sheet) -> Printed:
        made.append(sheet.path)
        return printed(printer, sheet)

    shutil.copytree(built, root, symlinks=True)
    monkeypatch.setattr(Printer, "printed", noted)
    assert build(with_newer_day(root))
    site = files_below(root / "site")
    pages = {name: page for name, page in site.items() if name.endswith(".html") and b'"dl-foot"' in page}
    assert [name for name, page in pages.items() if b"Content as of 2031-05-06" not in page] == []
    assert 0 < len(made) < len(pages) / 2
    assert differing(site, clean(root, tmp_path / "clean")) == []


def test_a_desk_with_templates_of_its_own_has_every_page_made_for_a_newer_day(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "desk"
    shutil.copytree(built, root, symlinks=True)
    (root / "own").mkdir()
    (root / "own/main.html").write_text(
        '{% extends "base.html" %}{% block footer %}<p>{{ dateline.day }}</p>{% endblock %}'
    )
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("  name: material\n", "  name: material\n  custom_dir: own\n"))
    assert "custom_dir" in config.read_text("utf-8")
    assert build(root)
    assert build(with_newer_day(root))
    site = files_below(root / "site")
    assert b"<p>2031-05-06</p>" in site["index.html"]
    assert differing(site, clean(root, tmp_path / "clean")) == []


def test_one_or_more_workers_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "desk"
    shutil.copytree(built, root, ignore=shutil.ignore_patterns("site", FOLDER))
    assert build(root, workers=3)
    assert differing(files_below(root / "site"), files_below(built / "site")) == []


def test_what_others_put_into_the_site_is_gone_after_the_next_change(built: Path, tmp_path: Path) -> None:
    root, draw = tmp_path / "desk", Random(1)  # noqa: S311
    shutil.copytree(built, root)
    for _ in range(4):  # the two trees take turns
        (root / "site/own").mkdir(exist_ok=True)
        (root / "site/own/file.html").write_text("mine")
        EDITS[0](root, draw)
        assert build(root)
        assert not (root / "site/own").exists()


MEMORY = "press.sqlite"


def truncated(place: Path) -> None:
    content = (place / MEMORY).read_bytes()
    (place / MEMORY).write_bytes(content[: len(content) // 2])


def foreign(place: Path) -> None:
    (place / MEMORY).write_bytes(b"not a database at all" * 1000)


def emptied(place: Path) -> None:
    (place / MEMORY).write_bytes(b"")


def removed(place: Path) -> None:
    shutil.rmtree(place)


def without_spare(place: Path) -> None:
    shutil.rmtree(place / "site", ignore_errors=True)


def half_a_spare(place: Path) -> None:
    (place / "site").mkdir(exist_ok=True)
    (place / "site/index.html").write_text("left by a kill")


def without_site(place: Path) -> None:
    shutil.rmtree(place.parent / "site")


@pytest.mark.parametrize(
    "harm",
    [truncated, foreign, emptied, removed, without_spare, half_a_spare, without_site],
    ids=lambda one: one.__name__,
)
def test_a_harmed_memory_costs_time_only(built: Path, harm: object, tmp_path: Path) -> None:
    root, draw = tmp_path / "desk", Random(2)  # noqa: S311
    shutil.copytree(built, root)
    assert callable(harm)
    for _ in range(2):
        EDITS[0](root, draw)
        assert build(root)
        harm(root / FOLDER)
        EDITS[1](root, draw)
        assert build(root)
    assert differing(files_below(root / "site"), clean(root, tmp_path / "clean")) == []


def test_a_second_build_is_told_of_the_first(built: Path, tmp_path: Path) -> None:
    from dateline.publish.press.lock import only_one

    root = tmp_path / "desk"
    shutil.copytree(built, root)
    with only_one(root / FOLDER / "lock"), pytest.raises(SiteError, match=rf"process {os.getpid()};"):
        build_site(root, preparing(drafts=False, strict=False, today=None))


def test_a_desk_that_mkdocs_must_build_itself_gives_the_same_site(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "desk"
    shutil.copytree(built, root)
    (root / "hook.py").write_text("def on_page_markdown(markdown, **_):\n    return markdown\n")
    with (root / "mkdocs.yml").open("a") as config:
        config.write("hooks: [hook.py]\n")
    assert build(root)
    assert differing(files_below(root / "site"), files_below(built / "site")) == []


ADDING = """\
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

@event_priority(50)
def on_files(files, config):
    files.append(File.generated(config, "added.md", content="# Added\\n\\nMade by a [hook](about.md).\\n"))
    return files
"""
MARK = "\non_files.only_adds_files = True\n"


def test_a_hook_that_only_adds_files_leaves_the_rest_to_the_press(built: Path, tmp_path: Path) -> None:
    sites = []
    for name, hook in (("marked", ADDING + MARK), ("unmarked", ADDING)):
        root = tmp_path / name
        shutil.copytree(built, root)
        with (root / "mkdocs.yml").open("a") as config:
            config.write("hooks: [hook.py]\n")
        (root / "hook.py").write_text(hook)
        assert bool(hindrance(load_config(root))) is (name == "unmarked")
        for change in (None, *EDITS[:4]):
            if change:
                change(root, Random(4))  # noqa: S311  # no secret
            assert build(root)
        sites.append(files_below(root / "site"))
    assert "added.html" in sites[0]
    assert differing(*sites) == []


def test_another_program_begins_with_an_empty_memory(tmp_path: Path) -> None:
    """It may write the same parts into files in another way."""
    for program, known in (("one", ""), ("one", "yes"), ("another", ""), ("one", "")):
        memory = Memory(tmp_path / MEMORY, program)
        assert memory.said("known") == known
        memory.say("known", "yes")
        memory.keep()
        memory.close()
