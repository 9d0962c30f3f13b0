"""What holds for every built site, documentation included."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from conftest import Command, Outcome
from dateline.read.memory import FOLDER
from desks import GOOD, ROOT, SITES, copied, demonstration, files_below, published_files, write
from markup import Markup, dead_ends

LATER = """
import datetime, time
DAYS = 400.5
now, real = time.time, datetime.datetime
time.time = lambda: now() + DAYS * 86400
class Later(real):
    @classmethod
    def now(cls, tz=None):
        return real.now(tz) + datetime.timedelta(days=DAYS)
    @classmethod
    def utcnow(cls):
        return real.utcnow() + datetime.timedelta(days=DAYS)
datetime.datetime = Later
"""
"""A day more than a year away, and half a day more, for a process whose path has this as sitecustomize.py."""
ELSEWHERE = {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "COLUMNS": "40"}
HERE = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
WITHOUT = ("SOURCE_DATE_EPOCH", "PYTHONPATH", "NO_COLOR")


@cache
def read(site: Path) -> dict[str, bytes]:
    return files_below(site)


@cache
def html_pages(site: Path) -> dict[str, Markup]:
    return {path: Markup(content.decode()) for path, content in read(site).items() if path.endswith(".html")}


def build(root: Path, environment: dict[str, str], umask: int = 0o022) -> dict[str, bytes]:
    """The demonstration desk, built in a process and a folder of its own."""
    desk = demonstration(root)
    inherited = {name: value for name, value in os.environ.items() if name not in WITHOUT}
    words = [sys.executable, "-m", "dateline.cli", "build", "--desk", str(desk)]
    subprocess.run(words, check=True, env=inherited | environment, cwd=root, umask=umask, capture_output=True)
    return files_below(desk / "site")


def test_built_twice_in_different_surroundings_every_byte_is_the_same(tmp_path: Path) -> None:
    later = write(tmp_path / "later", {"sitecustomize.py": LATER})
    one = build(tmp_path / "here", HERE)
    other = build(tmp_path / "a folder with another name", ELSEWHERE | {"PYTHONPATH": str(later)}, umask=0o077)
    assert [path for path in one.keys() | other.keys() if one.get(path) != other.get(path)] == []


def test_the_later_day_is_seen(tmp_path: Path) -> None:
    """Otherwise the test above would say nothing about days."""
    later = write(tmp_path, {"sitecustomize.py": LATER})
    words = [sys.executable, "-c", "import datetime; print(datetime.datetime.now(datetime.timezone.utc).year)"]
    years = [
        subprocess.run(words, check=True, env=os.environ | more, capture_output=True).stdout
        for more in ({}, {"PYTHONPATH": str(later)})
    ]
    assert int(years[1]) > int(years[0])


def test_every_link_of_the_site_lands(demonstration_site: Path) -> None:
    assert list(dead_ends(html_pages(demonstration_site), {*read(demonstration_site)})) == []


def test_every_link_lands_below_a_folder_of_its_host(tmp_path: Path, dateline: Command) -> None:
    root = copied(GOOD, tmp_path)
    (root / "mkdocs.yml").write_text(
        "site_url: https://desk.example/repo/\n" + (GOOD / "mkdocs.yml").read_text("utf-8")
    )
    assert dateline("build", "--desk", root).code == 0
    pages = html_pages(root / "site")
    assert list(dead_ends(pages, {*read(root / "site")}, base="/repo/")) == []
    assert [
        link.target for link in pages["404.html"].links if not link.target.startswith(("/repo/", "https://", "#"))
    ] == []


def test_no_page_asks_another_host_for_anything(demonstration_site: Path) -> None:
    asked = {
        (path, link.target)
        for path, page in html_pages(demonstration_site).items()
        for link in page.links
        if link.tag not in {"a", "area"} and re.match(r"(?:\w+:)?//", link.target)
    }
    assert {ask for ask in asked if "canonical" not in ask[1]} == set()


def test_no_style_asks_another_host_for_anything(demonstration_site: Path) -> None:
    styles = {path: content.decode() for path, content in read(demonstration_site).items() if path.endswith(".css")}
    assert [path for path, text in styles.items() if re.search(r"(?:@import|url\()[\s\"']*(?:https?:)?//", text)] == []


def test_every_page_has_its_title_and_words(demonstration_site: Path) -> None:
    """A page that a publisher left out or emptied would pass all tests of links."""
    pages = html_pages(demonstration_site)
    made = [path for path in published_files(ROOT) if path.endswith(".md")]
    assert [path for path in made if "md-content" not in str(pages[path.replace(".md", ".html")].tags)] == []
    assert {"reference/keys.html", "reference/commands.html", "contributing/architecture.html"} <= {*pages}


def test_pages_stay_small(demonstration_site: Path) -> None:
    """No page carries every title: the median is far below what issue 3 allows, 60 kB."""
    sizes = sorted(len(read(demonstration_site)[path]) for path in html_pages(demonstration_site))
    assert sizes[len(sizes) // 2] < 60_000


@pytest.mark.parametrize(
    ("desk", "canaries"), [("rights", ["EXCERPTCANARY", "LINKCANARY"]), ("drafts", ["DRAFTCANARY"])]
)
def test_what_may_not_be_shown_is_in_no_file_of_the_site(
    desk: str, canaries: list[str], tmp_path: Path, dateline: Command
) -> None:
    root = copied(SITES / desk, tmp_path)
    plugins = "site_name: Desk\ntheme: material\nplugins: [search, offline, dateline: {excerpt_words: 4}]\n"
    (root / "mkdocs.yml").write_text(plugins)
    assert dateline("build", "--desk", root).code == 0
    site = files_below(root / "site")
    assert "search/search_index.json" in site
    assert [
        path for path, content in site.items() for canary in canaries if canary.lower().encode() in content.lower()
    ] == []


def test_hostile_text_puts_no_tag_or_script_into_the_site(tmp_path: Path, dateline: Command) -> None:
    root = copied(SITES / "hostile-text", tmp_path)
    plain = copied(SITES / "harbour", tmp_path / "plain")
    config = (ROOT / "generator/dateline/desk/starter/mkdocs.yml").read_text("utf-8")
    for desk in (root, plain):
        write(desk, {"docs/about.md": "# About\n"})
        (desk / "mkdocs.yml").write_text(config)
        assert dateline("build", "--desk", desk).code == 0
    expected = {
        (tag, name) for page in html_pages(plain / "site").values() for tag, named in page.tags for name in (*named, "")
    }
    ours = {
        ("em", ""),
        ("h5", ""),
        ("h5", "id"),
        ("h4", ""),
        ("h4", "id"),
        ("ol", ""),
        ("pre", ""),
        ("code", ""),
        ("hr", ""),
    }
    found = {
        (tag, name)
        for path, page in html_pages(root / "site").items()
        for tag, named in page.tags
        for name in (*named, "")
        if (tag, name) not in expected | ours
    }
    assert found == set()


# An error leaves the last good site as it is.

PIER = "briefs/2021/pier/brief.yaml"
Breakage = dict[str, str | bytes | None]
BREAKAGES: dict[str, Breakage] = {
    "broken YAML": {PIER: "title: [\n"},
    "an unknown key": {PIER: "title: A pier\nsumary: Misspelt\n"},
    "an unknown actor": {PIER: "title: A pier\nactors: nobody\n"},
    "a quote that is not there": {"briefs/2021/pier/post.md": "---\ntitle: Pier\npublished: 2021\n---\nOther words.\n"},
    "bytes that are no text": {"briefs/actors/ola-brandt.yaml": b"name: \xff\xfe\nkind: person\n"},
    "an empty file": {"briefs/sources/marrow-post.yaml": ""},
    "a page that is not text": {"briefs/2021/pier/post.md": b"\x89PNG\r\n\x1a\n\x00\x00"},
    "an actor gone": {"briefs/actors/ola-brandt.yaml": None},
    "a brief gone that another links to": {PIER: None},
    "an article gone": {"briefs/2021/pier/radio.md": None},
    "a wrong setting": {"mkdocs.yml": "site_name: x\nplugins: [dateline: {briefs: 7}]\n"},
    "a file too large": {"briefs/topics.yaml": "harbours:\n  name: Harbours\n" + "# long\n" * 400_000},
    "nesting without end": {"briefs/topics.yaml": "harbours: " + "[" * 10_000},
}


@pytest.fixture(scope="module")
def good_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from dateline.desk.site_options import preparing
    from dateline.publish.press.building import build_site
    from dateline.publish.site import quiet

    quiet()
    root = copied(GOOD, tmp_path_factory.mktemp("good"))
    build_site(root, preparing(drafts=False, strict=False, today=None))
    return root


def after(breakage: Breakage, good_site: Path, root: Path, dateline: Command) -> Outcome:
    """The end of a build of a broken copy; its site has been compared with the one before."""
    shutil.copytree(good_site, root)
    for name, content in breakage.items():
        if content is None:
            (root / name).unlink()
        else:
            write(root, {name: content})
    outcome = dateline("build", "--desk", root)
    assert files_below(root / "site") == files_below(good_site / "site")
    assert sorted(path.name for path in root.iterdir()) == sorted(path.name for path in good_site.iterdir())
    return outcome


@pytest.mark.parametrize("breakage", BREAKAGES.values(), ids=BREAKAGES)
def test_a_broken_file_has_its_place_and_leaves_the_last_good_site(
    breakage: Breakage, good_site: Path, tmp_path: Path, dateline: Command
) -> None:
    outcome = after(breakage, good_site, tmp_path / "broken", dateline)
    assert outcome.code == 1
    assert re.search(r"^\S+:\d+:\d+: error D\d{3} ", outcome.out, re.MULTILINE)


UNBUILDABLE: dict[str, Breakage] = {
    "mkdocs.yml is no YAML": {"mkdocs.yml": "plugins: [\n"},
    "mkdocs.yml has a wrong value": {"mkdocs.yml": "site_name: x\ntheme: {name: nowhere}\nplugins: [dateline]\n"},
    "mkdocs.yml is gone": {"mkdocs.yml": None},
    "a page has the address of a generated one": {"docs/actors/index.md": "# Mine\n"},
    "a hook fails": {
        "mkdocs.yml": "site_name: x\nplugins: [dateline]\nhooks: [hook.py]\n",
        "hook.py": "from mkdocs.exceptions import PluginError\n"
        "def on_post_page(output, page, config): raise PluginError('no')\n",
    },
}


@pytest.mark.parametrize("breakage", UNBUILDABLE.values(), ids=UNBUILDABLE)
def test_a_site_that_cannot_be_built_leaves_the_last_good_one(
    breakage: Breakage, good_site: Path, tmp_path: Path, dateline: Command
) -> None:
    root = tmp_path / "broken"
    shutil.copytree(good_site, root)
    for name in [name for name, content in breakage.items() if content is None]:
        (root / name).unlink()
    write(root, {name: content for name, content in breakage.items() if content is not None})
    outcome = dateline("build", "--desk", root)
    assert outcome.code in {1, 3}
    assert (outcome.out + outcome.err).strip()
    assert files_below(root / "site") == files_below(good_site / "site")
    assert [path.name for path in root.iterdir() if path.name.startswith(".")] == [FOLDER]
    assert {path.name for path in (root / FOLDER).iterdir()} <= LEFT_BEHIND


LEFT_BEHIND = {".gitignore", "lock", "memory.sqlite", "memory.sqlite-journal", "press.sqlite", "press.sum"}
"""The journal goes with the process that stopped; here that is the test's own."""


def test_a_mended_desk_builds_again(good_site: Path, tmp_path: Path, dateline: Command) -> None:
    root = tmp_path / "mended"
    shutil.copytree(good_site, root)
    write(root, {PIER: "title: [\n"})
    assert dateline("build", "--desk", root).code == 1
    shutil.copy(GOOD / PIER, root / PIER)
    assert dateline("build", "--desk", root).code == 0
    assert files_below(root / "site") == files_below(good_site / "site")
