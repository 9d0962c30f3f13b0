"""What opens while a reader searches to what axe finds in it, and pages to what a keyboard reaches on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from audited import GRAVE, settled, violations
from browsing import PATIENCE, Visit, marks, served, tabbed


# Not from a disk: axe itself asks for style sheets there, and the browser says so.
@pytest.fixture(scope="module")
def start(demonstration_site: Path) -> Iterator[str]:
    with served(demonstration_site) as address:
        yield address


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    with browser.new_context(bypass_csp=True, color_scheme=request.param) as context:  # axe is a script of ours
        yield context.new_page()


def serious(page: Page) -> list[Any]:
    settled(page)
    return [its for its in violations(page) if its["impact"] in GRAVE]


def test_axe_finds_nothing_serious_in_open_answers_and_facets(page: Page, start: str) -> None:
    page.goto(f"{start}index.html")
    page.keyboard.press("/")
    page.keyboard.type("kabul")
    expect(page.locator("#dl-answers[aria-busy=false] .dl-excerpt").first).to_be_visible(timeout=PATIENCE)
    assert serious(page) == []
    page.goto(f"{start}search/index.html#q=kabul")
    page.locator(".dl-answers a").first.wait_for()
    page.locator(".dl-narrow summary").click()
    page.locator(".dl-choice").first.wait_for()
    assert serious(page) == []


@pytest.fixture
def visit(browser: Browser, start: str) -> Iterator[Visit]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        walk = Visit(context.new_page(), start)
        yield walk
        assert walk.said == []


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("timeline/index.html", [".dl-frame a"]),
        ("briefs/kabul-strike/index.html", [".dl-frame a", ".md-content a[href*='#quote-']", ".md-content summary"]),
        ("actors/us-central-command/index.html", [".dl-network a, .md-content figure a"]),
        ("coverage/index.html", [".md-content article a[href]:not(.headerlink)"]),
    ],
)
def test_tab_reaches_every_event_and_node(visit: Visit, path: str, kinds: list[str]) -> None:
    visit.open(path)
    stops = tabbed(visit.page)
    for of in kinds:
        expected = marks(visit.page, of)
        assert len(expected) > 1, of
        assert [each for each in expected if each not in stops] == [], of


def test_tab_reaches_every_answer_in_the_header(visit: Visit) -> None:
    visit.open()
    links = visit.ask("kabul")
    expect(links).to_have_count(10, timeout=PATIENCE)
    for at in range(10):
        for _ in range(3):
            visit.page.keyboard.press("Tab")
            if links.nth(at).evaluate("link => link === document.activeElement"):
                break
        expect(links.nth(at)).to_be_focused()
    expect(visit.page.locator("#__search")).to_be_checked()


def test_tab_reaches_every_facet_and_answer_on_the_search_page(visit: Visit) -> None:
    visit.open("search/index.html#q=kabul strike")
    visit.page.locator(".dl-answers a").first.wait_for()
    visit.page.locator(".dl-narrow summary").click()
    visit.page.locator(".dl-choice").first.wait_for()
    stops = tabbed(visit.page)
    for of in (".dl-answers a", ".dl-choice", ".dl-find-bar input, .dl-find-bar select"):
        expected = marks(visit.page, of)
        assert len(expected) > 4
        assert [each for each in expected if each not in stops] == [], of
