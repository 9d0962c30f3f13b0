"""The bundle: one zip file that is the same on every machine and opens from every disk."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from importlib import resources
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from conftest import Command
from dateline.publish.bundle import BundleError, bundle
from dateline.publish.manifest import seal
from desks import GOOD, copied, files_below, write
from markup import Markup, dead_ends

RECORD = {"site": "Desk", "versions": {"dateline": "1"}, "content": {"day": "2021-10-07"}}
AGAINST_DISKS = """
site_name: A desk for hosts
site_url: https://desk.example/briefing/
use_directory_urls: true
theme:
  name: material
  features: [navigation.instant, navigation.instant.prefetch, navigation.tabs]
plugins:
  - search
  - offline: {enabled: false}
  - dateline: {excerpt_words: 6}
nav:
  - briefs/index.md
  - About: about.md
"""
"""Everything that keeps a site from being read from a disk."""


@pytest.fixture(autouse=True)
def without_an_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One desk under three configurations."""
    starter = (resources.files("dateline.desk") / "starter" / "mkdocs.yml").read_text("utf-8")
    configs = {"plain": (GOOD / "mkdocs.yml").read_text("utf-8"), "starter": starter, "against disks": AGAINST_DISKS}
    made = {}
    for name, config in configs.items():
        root = copied(GOOD, tmp_path_factory.mktemp("desk"))
        made[name] = write(root, {"mkdocs.yml": config, "docs/about.md": "# About\n\n[Briefs](briefs/index.md)\n"})
    return made


@pytest.fixture(params=["plain", "starter", "against disks"])
def unpacked(request: pytest.FixtureRequest, desks: dict[str, Path], tmp_path: Path, dateline: Command) -> Path:
    assert dateline("bundle", "--desk", desks[request.param], "--out", tmp_path / "desk.zip").code == 0
    with ZipFile(tmp_path / "desk.zip") as archive:
        archive.extractall(tmp_path / "ü b c")
    return tmp_path / "ü b c"


def test_every_address_is_relative_and_ends_in_a_file_that_is_there(unpacked: Path) -> None:
    files = files_below(unpacked)
    pages = {path: Markup(content.decode()) for path, content in files.items() if path.endswith(".html")}
    assert list(dead_ends(pages, {*files})) == []
    targets = {(path, link.target) for path, page in pages.items() for link in page.links}
    inside = {(path, target) for path, target in targets if not re.match(r"[a-z]+:", target)}
    assert [way for way in inside if not ends_in_a_file(way[1])] == []
    assert [
        target for path, page in pages.items() for target in fetched(page) if re.match(r"(?:\w+:)?//", target)
    ] == []


def ends_in_a_file(target: str) -> bool:
    path = unquote(urlsplit(target).path)
    return not path.startswith("/") and (not path or "." in path.rpartition("/")[2].strip("."))


def fetched(page: Markup) -> list[str]:
    return [link.target for link in page.links if link.tag not in {"a", "area"}]


def test_what_only_a_server_needs_is_left_out(unpacked: Path) -> None:
    files = files_below(unpacked)
    assert not {"404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt"} & {*files}
    assert [path for path in files if path.endswith(".map")] == []


def test_what_only_subscribers_and_search_engines_need_is_left_out_and_not_linked(unpacked: Path) -> None:
    files = files_below(unpacked)
    assert [path for path in files if path.endswith((".jsonld", "cite.ris", "cite.csl.json"))] == []
    assert [path for path in files if path.endswith("feed.xml")] == ["corrections/feed.xml", "feed.xml"]
    brief = files["briefs/pier/index.html"].decode()
    formats = re.findall(r'<a href="([^"]*)">(JSON|JSON-LD|BibTeX|RIS|CSL-JSON)</a>', brief)
    assert formats == [
        ("index.json", "JSON"),
        ("cite.bib", "BibTeX"),
        ("../../data/citations.ris", "RIS"),
        ("../../data/citations.csl.json", "CSL-JSON"),
    ]


def test_a_bundle_verifies(unpacked: Path, dateline: Command) -> None:
    assert dateline("verify", unpacked).code == 0
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], check=True, cwd=unpacked)


def test_the_readme_says_how_to_open_it_and_what_it_is_of(unpacked: Path) -> None:
    text = (unpacked / "README.txt").read_text("utf-8")
    assert all(word in text for word in ("index.html", "Content as of:", "dateline 0", "sha256sum -c"))
    assert "{" not in text
    assert f"Files:          {len(files_below(unpacked)):,}," in text


def test_the_licences_of_what_is_in_it_are_there(unpacked: Path) -> None:
    text = (unpacked / "LICENCES.txt").read_text("utf-8")
    titles = re.findall(r"={72}\n(.+)\n={72}", text)
    assert [title.split()[0] for title in titles[:3]] == ["dateline", "mkdocs", "mkdocs-material"]
    assert {"iframe-worker", "Icons: material", "Icons: fontawesome"} <= {*titles}
    assert text.count("Permission is hereby granted") >= 3


def test_nothing_that_needs_a_server_is_switched_on(unpacked: Path) -> None:
    assert "navigation.instant" not in (unpacked / "briefs/index.html").read_text("utf-8")


def test_the_same_content_is_the_same_file(desks: dict[str, Path], tmp_path: Path, dateline: Command) -> None:
    other = copied(desks["starter"], tmp_path / "another place")
    for desk, name in ((desks["starter"], "one.zip"), (other, "other.zip")):
        assert dateline("bundle", "--desk", desk, "--out", tmp_path / name).code == 0
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def test_sizes_are_said_and_the_site_is_left_alone(desks: dict[str, Path], dateline: Command) -> None:
    outcome = dateline("bundle", "--desk", desks["plain"])
    assert re.search(r"\d+ files, \d+\.\d MB unpacked, \d+\.\d MB zipped", outcome.out)
    assert (desks["plain"] / "bundle.zip").is_file()
    assert not (desks["plain"] / "site").exists()


def test_findings_stop_it(tmp_path: Path, dateline: Command) -> None:
    root = copied(GOOD, tmp_path)
    write(root, {"briefs/2021/pier/brief.yaml": "title: [\n"})
    outcome = dateline("bundle", "--desk", root)
    assert outcome.code == 1
    assert not (root / "bundle.zip").exists()


# The archive, of a small made-up site.


def site_of(tmp_path: Path, files: dict[str, str | bytes]) -> Path:
    site = write(tmp_path / "site", files)
    seal(site, RECORD)
    return site


def test_entries_are_in_order_dated_and_as_everybody_may_read_them(tmp_path: Path) -> None:
    bundle(site_of(tmp_path, {"index.html": "x" * 99, "b/ü.html": "y", "a.html": ""}), tmp_path / "desk.zip")
    with ZipFile(tmp_path / "desk.zip") as archive:
        assert archive.testzip() is None
        entries = archive.infolist()
    names = [entry.filename for entry in entries]
    assert names == [*sorted(names[:-1]), "SHA256SUMS"]
    assert {entry.date_time for entry in entries} == {(2021, 10, 7, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    methods = {entry.filename: entry.compress_type for entry in entries}
    assert methods["index.html"] == ZIP_DEFLATED
    assert methods["b/ü.html"] == ZIP_STORED


@pytest.mark.parametrize(
    ("epoch", "moment"),
    [
        ("1700000000", (2023, 11, 14, 22, 13, 20)),
        ("0", (1980, 1, 1, 0, 0, 0)),
        ("9999999999", (2107, 12, 31, 23, 59, 58)),
    ],
)
def test_another_day_can_be_given(
    epoch: str, moment: tuple[int, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    bundle(site_of(tmp_path, {"index.html": ""}), tmp_path / "desk.zip")
    with ZipFile(tmp_path / "desk.zip") as archive:
        assert archive.getinfo("index.html").date_time == moment


NAMES = {
    "reserved": "actors/con/index.html",
    "reserved, with an ending": "actors/AUX.html",
    "reserved, with a number": "a/lpt1/b.html",
    "a sign that Windows has not": "what?.html",
    "a colon": "c:x.html",
    "a full stop at the end": "ends./index.html",
    "a space at the end": "ends /index.html",
    "too long": "a" * 99 + "/" + "b" * 95 + ".html",
    "another name but for case": "Index.html",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_that_windows_cannot_unpack_is_refused(name: str, tmp_path: Path) -> None:
    site = site_of(tmp_path, {"index.html": "", name: ""})
    with pytest.raises(BundleError, match=re.escape(name)):
        bundle(site, tmp_path / "desk.zip")
    assert not (tmp_path / "desk.zip").exists()


@pytest.mark.parametrize("name", ["console/index.html", "auxiliary.html", "com10.html", "a" * 194 + ".html"])
def test_a_name_that_only_looks_like_one_is_taken(name: str, tmp_path: Path) -> None:
    bundle(site_of(tmp_path, {name: ""}), tmp_path / "desk.zip")


def test_the_file_is_the_one_it_was(tmp_path: Path) -> None:
    """No system's zlib, no clock and no file's own date is in it; licences differ with what is installed."""
    from dateline.publish.archive import write_archive
    from dateline.publish.asset import Asset

    files = [Asset("a.txt", "The pier is closed. " * 20), Asset("b.txt", b"\x00")]
    write_archive(files, (2021, 10, 7, 0, 0, 0), tmp_path / "a.zip")
    found = hashlib.sha256((tmp_path / "a.zip").read_bytes()).hexdigest()
    assert found == "69e86c7b0d47c7d08b420178f1d8d8ef67a1123cdd047f4caefc3dfbe6985e95"


def test_the_editors_form_is_left_out(tmp_path: Path) -> None:
    files = {
        "index.html": "<p>Hello</p>",
        "edit/index.html": "<p>Form</p>",
        "edit/sveltia-cms.js": "",
        "edits.html": "x",
    }
    site = write(tmp_path / "site", files)
    seal(site, RECORD)
    bundle(site, tmp_path / "desk.zip")
    with ZipFile(tmp_path / "desk.zip") as archive:
        names = set(archive.namelist())
    assert {"index.html", "edits.html"} <= names
    assert not [name for name in names if name.startswith("edit/")]
