"""What other programs see of a page: its description, its card, its feed and its mark; and a desk's own overrides."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from conftest import Command
from desks import write

HOST = "https://desk.example/repo/"
META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">')
BRIEF = "briefs/river-flood/index.html"


@pytest.fixture
def desk(tmp_path: Path, dateline: Command) -> Path:
    assert dateline("init", tmp_path / "desk").code == 0
    return tmp_path / "desk"


def built(desk: Path, dateline: Command, **more: str) -> Path:
    config = desk / "mkdocs.yml"
    config.write_text("".join(f"{key}: {value}\n" for key, value in more.items()) + config.read_text("utf-8"), "utf-8")
    assert dateline("build", "--desk", desk).code == 0
    return desk / "site"


def metas(site: Path, page: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in META.findall((site / page).read_text("utf-8"))}


def test_a_site_with_an_address_has_cards(desk: Path, dateline: Command) -> None:
    site = built(desk, dateline, site_url=HOST)
    found = metas(site, BRIEF)
    assert found["og:title"] == "The Arvo floods the lower town of Lindow"
    assert found["og:description"] == found["description"]
    assert found["og:description"].startswith("The Arvo rose by about two metres in one night")
    assert found["og:url"] == HOST + BRIEF
    assert (site / found["og:image"].removeprefix(HOST)).read_bytes().startswith(b"\x89PNG")
    assert f"<loc>{HOST}{BRIEF}</loc>" in (site / "sitemap.xml").read_text("utf-8")


def test_a_site_without_one_has_none_and_is_described_all_the_same(desk: Path, dateline: Command) -> None:
    site = built(desk, dateline)
    found = metas(site, BRIEF)
    assert [name for name in found if name.startswith("og:")] == []
    described = {metas(site, path.relative_to(site).as_posix())["description"] for path in site.rglob("index.html")}
    assert len(described) > 8
    page = (site / BRIEF).read_text("utf-8")
    assert 'href="../../feed.xml"' in page
    assert 'href="../../dateline/icon.svg"' in page


def test_a_page_for_lost_readers_searches(desk: Path, dateline: Command) -> None:
    page = (built(desk, dateline, site_url=HOST) / "404.html").read_text("utf-8")
    assert 'action="/repo/search/index.html"' in page
    assert 'href="/repo/timeline/index.html"' in page


def test_a_desk_s_own_overrides_come_first(desk: Path, dateline: Command) -> None:
    write(desk, {"overrides/404.html": '{% extends "main.html" %}{% block content %}<p>Ours</p>{% endblock %}'})
    config = desk / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("name: material", "name: material\n  custom_dir: overrides"))
    page = (built(desk, dateline) / "404.html").read_text("utf-8")
    assert "<p>Ours</p>" in page
    assert "dl-search" in page
