"""Every command in the documentation runs as it is printed; the five minutes are run from an unpacked release."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from desks import ROOT, files_below, write

FENCE = re.compile(r"^(`{3,})(\w*)(?: title=\"([^\"]+)\")?[^\n]*\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
START, README = "docs/guide/start.md", "README.md"
IN_ORDER = {"docs/guide/retract.md"}
"""Pages whose commands go on where the last ones ended."""
ELSEWHERE = {"docs/guide/story.md": "tests/test_story.py runs it and compares what it prints"}
NOT_RUN = {
    "pip install properdocs": "it is installed for the tests",
    "pip install zensical": "it is installed for the tests",
    "make site   # the checked and built site, in site/; open site/index.html": "CI runs it",
    "make test   # everything a change needs": "this is one of its tests",
    ". .venv/bin/activate": "the tests' own environment is on the path",
    "dateline review v1.4 main": "the new desk has no such tag",
    "dateline build --as-of v1.4": "the new desk has no such tag",
    "dateline build --as-of 2021-09-15": "nothing had been committed by then",
}
"""Lines that a test leaves out, and why; every other line of every `sh` block runs."""
IN_CHECKOUT = {"docs/guide/rule.md", "docs/guide/kind.md"}
"""Pages for contributors: their files and commands are those of a checkout."""
SAVED = "<html><title>Ferry stops</title><article><p>The ferry will not run until the pier is mended.</p></article>"
BRIEF = """\
title: The Port Ellan ferry stops until its pier is repaired
claims:
  - {id: no-boats, says: No ferry will run., evidence: [{quote: will not run until the pier is repaired}]}
"""
ARTICLE = """\
---
title: Ferry stops
published: 2021-10
---
The ferry will not run until the pier is repaired.
"""
GIVEN: dict[str, dict[str, str | bytes]] = {
    "docs/guide/import.md": {"page.html": SAVED, "radio.html": SAVED.replace("mended", "safe")},
    "docs/guide/rename.md": {
        "briefs/2021/ferry-stopped/brief.yaml": BRIEF,
        "briefs/2021/ferry-stopped/article.md": ARTICLE,
        "briefs/actors/coastal-line.yaml": "name: Coastal Line\nkind: company\n",
        "briefs/actors/coast-line.yaml": "name: Coast Line\nkind: company\n",
    },
    "docs/guide/import.md#2": {
        "briefs/2021/ferry-stops/brief.yaml": BRIEF.replace("evidence: [{", "evidence: [{article: article, "),
        "briefs/2021/ferry-stops/article.md": ARTICLE,
        "radio.html": SAVED.replace("mended", "safe"),
    },
}
"""What a page takes for granted, on top of a new desk."""


class Block(NamedTuple):
    """One block of commands."""

    page: str
    number: int
    commands: str

    def __str__(self) -> str:
        return f"{self.page.removeprefix('docs/').removesuffix('.md')}-{self.number}"


def blocks() -> Iterator[Block]:
    for path in (ROOT / README, *sorted((ROOT / "docs").rglob("*.md"))):
        page = path.relative_to(ROOT).as_posix()
        found = [text for _, language, _, text in FENCE.findall(path.read_text("utf-8")) if language == "sh"]
        yield from (Block(page, number, text) for number, text in enumerate(found))


BLOCKS = tuple(blocks())
ALONE = [each for each in BLOCKS if each.page not in {START, README, *ELSEWHERE}]


def left_out(commands: str) -> str:
    return "\n".join("" if line.strip() in NOT_RUN else line for line in commands.splitlines())


NOT_A_READERS = ("PYTHON", "PYTEST", "VIRTUAL_ENV", "CI", "GITHUB_", "GITLAB_")
"""Starts of names in the environment that somebody who reads the page and types has not."""


def run(commands: str, folder: Path, path: str, **environment: str) -> str:
    """What commands print in one shell that ends at the first failure; a person's, so nothing says it is CI's."""
    names = {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    kept = {key: value for key, value in os.environ.items() if not key.startswith(NOT_A_READERS)}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands], cwd=folder, env=kept | names | {"PATH": path} | environment,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return done.stdout


OURS = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
"""The commands of the tests' environment, before those of the system."""
BARE = os.pathsep.join(part for part in os.environ["PATH"].split(os.pathsep) if ".venv" not in part)
"""Those of the system alone."""


@pytest.fixture(scope="module")
def new_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new desk, built, in a repository of its own."""
    folder = tmp_path_factory.mktemp("docs")
    run("dateline init desk && cd desk && git init -q -b main && git add . && git commit -qm New "
        "&& git remote add origin https://github.com/harbour/desk.git && dateline build",
        folder, OURS)  # fmt: skip
    return folder / "desk"


def checkout(folder: Path) -> Path:
    """What contributors' pages work on: the package, the tests, and an environment at its usual place."""
    for name in ("generator", "tests", "docs", "briefs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml", "README.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(Path(sys.prefix))
    return folder


def test_there_are_commands_to_run() -> None:
    assert len(ALONE) > 10
    written = {line.strip() for block in BLOCKS for line in block.commands.splitlines()}
    assert NOT_RUN.keys() - written == set()
    assert {block.page for block in BLOCKS} >= {START, README, *IN_CHECKOUT, *ELSEWHERE}


@pytest.mark.parametrize("block", [each for each in ALONE if each.page not in IN_CHECKOUT | IN_ORDER], ids=str)
def test_a_command_runs_as_printed(block: Block, new_desk: Path, tmp_path: Path) -> None:
    desk = shutil.copytree(new_desk, tmp_path / "desk")
    write(desk, GIVEN.get(f"{block.page}#{block.number}", GIVEN.get(block.page, {})))
    run(left_out(block.commands), desk, OURS)


@pytest.mark.parametrize("page", sorted(IN_ORDER))
def test_the_commands_of_a_page_run_one_after_the_other(page: str, new_desk: Path, tmp_path: Path) -> None:
    desk = shutil.copytree(new_desk, tmp_path / "desk")
    printed = run("\n".join(left_out(each.commands) for each in ALONE if each.page == page), desk, OURS)
    shown = [text for _, language, _, text in FENCE.findall((ROOT / page).read_text("utf-8")) if language == "text"]
    assert shown
    assert [text for text in shown if text not in printed] == []


@pytest.mark.parametrize("page", sorted(IN_CHECKOUT))
def test_a_contributor_s_page_works_as_printed(page: str, tmp_path: Path) -> None:
    """The files that a page names by their titles are written, and then its commands run."""
    folder = checkout(tmp_path)
    files = {title: text for _, _, title, text in FENCE.findall((ROOT / page).read_text("utf-8")) if title}
    assert len(files) > 1
    write(folder, files)
    for block in (each for each in ALONE if each.page == page):
        run(block.commands, folder, OURS, PYTHONPATH=str(folder / "generator"))


def test_the_readme_runs_as_printed(tmp_path: Path) -> None:
    (tmp_path / "dateline").mkdir()
    run(left_out("\n".join(each.commands for each in BLOCKS if each.page == README)), tmp_path / "dateline", OURS)
    page = (tmp_path / "my-desk/site/briefs/ferry-stops/index.html").read_text("utf-8")
    assert "found word for word" in page


def test_the_five_minutes_run_from_an_unpacked_release(tmp_path: Path) -> None:
    """Nothing of the checkout is there: a release is unpacked, and the page is followed in an empty environment."""
    subprocess.run([sys.executable, "-m", "build", "--sdist", "--outdir", tmp_path, ROOT], check=True,
                   capture_output=True)  # fmt: skip
    shutil.unpack_archive(next(tmp_path.glob("*.tar.gz")), tmp_path, filter="data")
    release = next(path for path in tmp_path.iterdir() if path.is_dir())
    printed = run("\n".join(each.commands for each in BLOCKS if each.page == START), release, BARE)
    assert "cut" in printed
    made = files_below(tmp_path / "my-desk" / "site")
    assert b"found word for word" in made["briefs/ferry-stops/index.html"]
    assert {"dateline/icon.svg", "dateline/fonts/source-serif-4-latin-600-normal.woff2", "404.html"} <= made.keys()


def test_every_picture_is_taken_by_the_script_and_shown() -> None:
    """Pictures are of the site as it is: no one is put there by hand, and none is left over."""
    taken = set(re.findall(r'Shot\("([\w-]+)"', (ROOT / "bench" / "screenshots.py").read_text("utf-8")))
    texts = "".join(path.read_text("utf-8") for path in (ROOT / README, *(ROOT / "docs").rglob("*.md")))
    assert {path.stem for path in (ROOT / "docs" / "assets").glob("*.png")} == taken
    assert {name for name in taken if f"assets/{name}.png" in texts} == taken
