"""A reader unpacks the bundle, opens index.html from the disk, and walks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, expect

from browsing import Visit
from conftest import Command
from desks import demonstration, files_below
from markup import Markup

BRIEF, SPEAKER = "briefs/kabul-strike/index.html", "actors/us-central-command/index.html"
QUOTES_TOGETHER = "heading => getComputedStyle(heading.parentElement.querySelector('h3 + p + ul')).breakInside"
A4 = {"width": 794, "height": 1123}
"""Pixels of a sheet."""


@pytest.fixture(scope="module")
def folder(unpacked_bundle: Path) -> Path:
    return unpacked_bundle


@pytest.fixture
def visit(browser: Browser, folder: Path) -> Iterator[Visit]:
    """A walk that ends with no error said and nothing asked of anybody."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        walk = Visit(context.new_page(), f"{folder.as_uri()}/")
        yield walk
        assert walk.asked
        assert walk.said == []
        assert [url for url in walk.asked if not url.startswith((walk.start, "data:"))] == []


def test_from_home_to_a_brief_to_an_actor_and_back(visit: Visit) -> None:
    visit.open()
    visit.page.locator(f".md-content a[href*='{BRIEF}']").first.click()
    visit.is_at(BRIEF)
    visit.page.locator(f".md-content a[href*='{SPEAKER}']").first.click()
    visit.is_at(SPEAKER)
    visit.page.locator(f".md-content a[href*='{BRIEF}']").first.click()
    visit.is_at(BRIEF)
    visit.page.locator("a.md-logo").first.click()
    visit.is_at("c/index.html")
    expect(visit.page.locator(".md-content h1")).to_be_visible()


def test_one_page_of_each_kind_opens_with_its_styles_and_foot(visit: Visit, folder: Path) -> None:
    folders = sorted({path.parent.parent for path in folder.glob("*/*/index.html")} | {folder, folder / "questions"})
    for each in folders:
        page = min(each.glob("*/index.html"), default=each / "index.html")
        visit.open(page.relative_to(folder).as_posix())
        expect(visit.page.locator(".md-content h1")).to_be_visible()
        expect(visit.page.locator(".dl-foot")).to_have_text("Content as of 2022-09-30 · dateline 0.1.0")
        assert visit.page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"


def test_every_link_to_a_file_of_the_bundle_opens(folder: Path) -> None:
    """What the browser would show as a listing or not find: checked for all pages, without opening each."""
    files = files_below(folder)
    for path, content in files.items():
        if path.endswith(".html"):
            for link in Markup(content.decode()).links:
                target = link.target.partition("#")[0]
                if target and ":" not in target:
                    assert (folder / path).parent.joinpath(target).resolve().is_file(), (path, target)


def test_a_brief_on_paper(visit: Visit) -> None:
    visit.page.set_viewport_size(A4)  # type: ignore[arg-type]  # Playwright's own type is private
    visit.open(BRIEF)
    visit.page.emulate_media(media="print")
    for gone in (".md-header", ".md-sidebar", ".headerlink"):
        assert visit.page.locator(f"{gone}:visible").count() == 0
    expect(visit.page.locator(".dl-foot")).to_be_visible()
    claim = visit.page.locator("h3[id^='claim-']").first
    assert claim.evaluate("element => getComputedStyle(element).breakAfter") == "avoid"
    assert claim.evaluate(QUOTES_TOGETHER) == "avoid"
    address = visit.page.locator(".md-content a[href^='http']:not([href*=':~:'])").first
    assert "attr(" not in address.evaluate("element => getComputedStyle(element, '::after').content")
    shown = address.evaluate("element => getComputedStyle(element, '::after').content")
    assert str(address.get_attribute("href")) in shown
    assert visit.page.pdf(format="A4").startswith(b"%PDF")


def test_the_command_makes_the_same_bundle(folder: Path, tmp_path: Path, dateline: Command) -> None:
    assert dateline("bundle", "--desk", demonstration(tmp_path / "desk"), "--out", tmp_path / "desk.zip").code == 0
    with ZipFile(tmp_path / "desk.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files_below(folder)
