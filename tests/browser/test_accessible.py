"""Every kind of page to what axe finds on it, light and dark, and to what a keyboard reaches on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import PATIENCE, Visit, launched, served

pytestmark = pytest.mark.xdist_group("browser")
AXE = Path(__file__).parent / "assets" / "axe.min.js"
SERIOUS = """axe.run().then((all) => all.violations.filter((its) => ["serious", "critical"].includes(its.impact))
    .map((its) => its.id + ": " + its.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(" ")))"""
KINDS = (
    "index.html", "briefs/index.html", "briefs/kabul-strike/index.html", "actors/index.html",
    "actors/us-central-command/index.html", "sources/index.html", "sources/reuters/index.html", "topics/index.html",
    "topics/withdrawal/index.html", "timeline/index.html", "timeline/2021/index.html", "questions/index.html",
    "questions/kabul-strike/deaths/index.html", "coverage/index.html", "corrections/index.html", "search/index.html",
    "guide/index.html", "reference/keys.html",
)  # fmt: skip
MOST = 600
"""Stops of a page's Tab; one with more would never be walked through."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as found:
        yield found


# Not from a disk: axe itself asks for style sheets there, and the browser says so.
@pytest.fixture(scope="module")
def start(demonstration_site: Path) -> Iterator[str]:
    with served(demonstration_site) as address:
        yield address


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=request.param) as context:
        yield context.new_page()


def serious(page: Page) -> Any:
    page.evaluate(AXE.read_text("utf-8"))
    return page.evaluate(SERIOUS)


def test_axe_finds_nothing_serious_on_any_kind_of_page(page: Page, start: str) -> None:
    found = {}
    for path in KINDS:
        page.goto(start + path)
        found[path] = serious(page)
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_axe_finds_nothing_serious_in_open_answers_and_facets(page: Page, start: str) -> None:
    page.goto(f"{start}index.html")
    page.keyboard.press("/")
    page.keyboard.type("kabul")
    expect(page.locator("#dl-answers .dl-excerpt").first).to_be_visible(timeout=PATIENCE)
    assert serious(page) == []
    page.goto(f"{start}search/index.html#q=kabul")
    page.locator(".dl-answers a").first.wait_for()
    page.locator(".dl-narrow summary").click()
    page.locator(".dl-choice").first.wait_for()
    assert serious(page) == []


@pytest.mark.parametrize("width", [640, 320], ids=["200 % zoom", "400 % zoom"])
def test_no_kind_of_page_has_to_be_moved_sideways(browser: Browser, start: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        page, found = context.new_page(), {}
        for path in KINDS:
            page.goto(start + path)
            found[path] = page.evaluate("document.documentElement.scrollWidth")
    assert {path: wide for path, wide in found.items() if wide > width} == {}


def reached(page: Page) -> list[str]:
    """A mark for each element that Tab stops at, once around the page."""
    page.evaluate("document.querySelectorAll('body *').forEach((element, number) => (element.dataset.n = number))")
    seen: list[str] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        at = page.evaluate("document.activeElement.dataset.n || ''")
        if at in seen[:1]:
            break
        seen += [at] if at else []  # once around, it is on no element
    return seen


@pytest.fixture
def visit(browser: Browser, start: str) -> Iterator[Visit]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        walk = Visit(context.new_page(), start)
        yield walk
        assert walk.said == []


def wanted(page: Page, of: str) -> list[str]:
    found: list[str] = page.locator(of).evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => e.dataset.n)"
    )
    return found


@pytest.mark.parametrize(
    ("path", "of"),
    [
        ("timeline/index.html", ".dl-frame a"),
        ("briefs/kabul-strike/index.html", ".dl-frame a"),
        ("briefs/kabul-strike/index.html", ".md-content a[href*='#quote-'], .md-content summary"),
        ("actors/us-central-command/index.html", ".dl-network a, .md-content figure a"),
        ("coverage/index.html", ".md-content article a[href]:not(.headerlink)"),
    ],
)
def test_tab_reaches_every_event_and_node(visit: Visit, path: str, of: str) -> None:
    visit.open(path)
    stops = reached(visit.page)
    expected = wanted(visit.page, of)
    assert len(expected) > 1
    assert [each for each in expected if each not in stops] == []


def test_tab_reaches_every_answer_in_the_header(visit: Visit) -> None:
    visit.open()
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("kabul")
    visit.answered()
    links = visit.page.locator("#dl-answers a")
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
    stops = reached(visit.page)
    for of in (".dl-answers a", ".dl-choice", ".dl-find-bar input, .dl-find-bar select"):
        expected = wanted(visit.page, of)
        assert len(expected) > 4
        assert [each for each in expected if each not in stops] == [], of
