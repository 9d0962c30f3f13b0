"""robots.txt, llms.txt, sitemap.xml, and the command that writes every export alone."""

from __future__ import annotations

import re
import urllib.robotparser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from conftest import Command
from dateline.publish.files import MARK
from desks import GOOD, ROOT, SITES, copied, files_below, published_files, write

HOST = "https://desk.example/briefing/"
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = copied(GOOD, tmp_path_factory.mktemp("site"))
    config = (GOOD / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(f"site_url: {HOST}\n{config}", "utf-8")
    build(load_config(str(root / "mkdocs.yml")))
    return files_below(root / "site")


def test_robots_may_read_everything_and_find_the_sitemap(site: dict[str, bytes]) -> None:
    robots = urllib.robotparser.RobotFileParser()
    robots.parse(site["robots.txt"].decode().splitlines())
    assert robots.can_fetch("anybody", f"{HOST}briefs/pier/")
    assert robots.site_maps() == [f"{HOST}sitemap.xml"]


def test_the_sitemap_has_every_page_at_its_address(site: dict[str, bytes]) -> None:
    locations = [element.text or "" for element in ET.fromstring(site["sitemap.xml"]).iter(LOCATION)]  # noqa: S314  # ours
    assert len(locations) == len(set(locations))
    found = {re.sub(r"(^|/)$", r"\1index.html", place.removeprefix(HOST)) for place in locations}
    redirects = {path for path, content in site.items() if b'http-equiv="refresh"' in content}
    assert found == {path for path in site if path.endswith(".html")} - {"404.html"} - redirects


def test_a_desk_s_own_robots_and_llms_keep_their_place(tmp_path: Path) -> None:
    root = copied(GOOD, tmp_path)
    write(root, {"docs/robots.txt": "User-agent: x\nDisallow: /\n", "docs/llms.txt": "# Mine\n"})
    build(load_config(str(root / "mkdocs.yml")))
    assert (root / "site/robots.txt").read_text("utf-8") == "User-agent: x\nDisallow: /\n"
    assert (root / "site/llms.txt").read_text("utf-8") == "# Mine\n"


@pytest.mark.parametrize("desk", [GOOD, ROOT, SITES / "hostile-text", SITES / "smallest"], ids=lambda desk: desk.name)
def test_llms_txt_has_its_form_and_every_link_lands(desk: Path) -> None:
    files = published_files(desk)
    title, blank, quote, *rest = files["llms.txt"].decode().splitlines()
    assert re.fullmatch(r"# \S.*", title)
    assert blank == ""
    assert quote.startswith("> ")
    for line in filter(None, rest):
        assert re.fullmatch(r"## \w[\w ]*|- \[.+\]\([\w./-]+\)(: .+)?", line), line
    assert {target for line in rest for target in re.findall(r"\]\(([^()]*)\)(?:: [^()]*)?$", line)} <= {*files}


def test_exports_alone_are_those_of_the_site(tmp_path: Path, dateline: Command) -> None:
    assert dateline("export", "--desk", GOOD, "--out", tmp_path / "out").code == 0
    alone, whole = files_below(tmp_path / "out"), published_files(GOOD)
    alone.pop(MARK)
    assert {"data/claims.json", "data/claims.csv", "feed.xml", "briefs/pier/cite.bib", "llms.txt"} <= {*alone}
    assert [path for path in alone if path.endswith((".md", ".html"))] == []
    assert [
        path for path, content in alone.items() if not path.startswith("dateline/") and whole[path] != content
    ] == []


def test_exports_never_replace_other_files(tmp_path: Path, dateline: Command) -> None:
    write(tmp_path, {"mine.txt": "mine"})
    assert dateline("export", "--desk", GOOD, "--out", tmp_path).code == 3
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("desk", "canaries"), [("rights", ["EXCERPTCANARY", "LINKCANARY"]), ("drafts", ["DRAFTCANARY"])]
)
def test_what_may_not_be_shown_is_in_no_export(
    desk: str, canaries: list[str], tmp_path: Path, dateline: Command
) -> None:
    assert dateline("export", "--desk", SITES / desk, "--out", tmp_path / "out").code == 0
    made = files_below(tmp_path / "out")
    assert made
    assert [path for path, content in made.items() for canary in canaries if canary.encode() in content] == []
