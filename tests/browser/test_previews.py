"""Cards that show what a link leads to: by mouse and by keyboard, served and from a disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browsing import Visit, served, walk

both_ways = pytest.mark.parametrize("visit", ["served", "from a disk"], indirect=True)

BRIEF = "briefs/kabul-strike/index.html"
SPEAKER = "actors/us-central-command/index.html"
LOADED = "/dateline/previews/"


@pytest.fixture(scope="module")
def starts(demonstration_site: Path) -> Iterator[dict[str, str]]:
    with ExitStack() as stack:
        yield {
            "served": stack.enter_context(served(demonstration_site)),
            "from a disk": f"{demonstration_site.as_uri()}/",
        }


@pytest.fixture
def visit(browser: Browser, starts: dict[str, str], request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A walk that ends with no error said and no other host asked."""
    with walk(browser, starts[request.param]) as visit:
        yield visit


def card(page: Page) -> Locator:
    return page.locator("#dl-preview")


def link_to(page: Page, address: str) -> Locator:
    return page.locator(f".md-content a[href*='{address}']:visible").first


def focus(page: Page, link: Locator) -> None:
    """Put the keyboard's focus on a link by way of the keyboard, which a bare focus() would not be."""
    link.evaluate("link => { const before = document.createElement('button'); link.before(before); before.focus(); }")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()


@both_ways
def test_a_card_opens_under_the_mouse_and_goes_with_it(visit: Visit) -> None:
    visit.open(BRIEF)
    link = link_to(visit.page, SPEAKER)
    visit.point_at(link)
    expect(card(visit.page)).to_be_visible()
    expect(card(visit.page)).to_contain_text("Central Command")
    expect(link).to_have_attribute("aria-describedby", "dl-preview")
    visit.page.mouse.move(2, 2)
    expect(card(visit.page)).to_be_hidden()


@both_ways
def test_a_card_stays_while_the_mouse_is_on_it(visit: Visit) -> None:
    visit.open(BRIEF)
    visit.point_at(link_to(visit.page, SPEAKER))
    expect(card(visit.page)).to_be_visible()
    card(visit.page).hover()
    visit.page.wait_for_timeout(500)
    expect(card(visit.page)).to_be_visible()


@both_ways
def test_a_card_opens_by_keyboard_and_escape_closes_it(visit: Visit) -> None:
    visit.open(BRIEF)
    link = link_to(visit.page, SPEAKER)
    focus(visit.page, link)
    expect(card(visit.page)).to_be_visible()
    visit.page.keyboard.press("Escape")
    expect(card(visit.page)).to_be_hidden()
    expect(link).to_be_focused()
    visit.page.wait_for_timeout(500)
    expect(card(visit.page)).to_be_hidden()


@both_ways
@pytest.mark.parametrize(("address", "kind"), [("#claim-", "Claim"), (BRIEF, "Brief")])
def test_claims_and_briefs_have_cards_as_well(visit: Visit, address: str, kind: str) -> None:
    visit.open(SPEAKER)
    links = visit.page.locator(f".md-content a[href*='{address}']:visible")
    link = links.first if address.startswith("#") else links.and_(visit.page.locator("a:not([href*='#'])")).first
    focus(visit.page, link)
    expect(card(visit.page).locator(".dl-preview-kind")).to_have_text(kind)
    assert card(visit.page).locator(".dl-preview-name").inner_text()


@both_ways
def test_nothing_is_loaded_before_a_link_is_pointed_at(visit: Visit) -> None:
    visit.open(BRIEF)
    visit.page.mouse.move(400, 400)
    visit.page.wait_for_timeout(100)
    assert [url for url in visit.asked if LOADED in url and not url.endswith("dateline.js")] == []
    visit.point_at(link_to(visit.page, SPEAKER))
    expect(card(visit.page)).to_be_visible()
    assert len([url for url in visit.asked if LOADED in url]) == 2


@both_ways
def test_a_link_that_leads_elsewhere_has_no_card(visit: Visit) -> None:
    visit.open(BRIEF)
    focus(visit.page, link_to(visit.page, "sources/"))
    visit.page.wait_for_timeout(500)
    expect(card(visit.page)).to_have_count(0)


def test_a_touch_opens_no_card(browser: Browser, starts: dict[str, str]) -> None:
    with browser.new_context(viewport={"width": 400, "height": 800}, has_touch=True) as context:
        walk = Visit(context.new_page(), starts["served"])
        walk.open(BRIEF)
        walk.page.evaluate("document.addEventListener('click', event => event.preventDefault(), true)")
        link_to(walk.page, SPEAKER).tap()
        walk.page.wait_for_timeout(600)
        expect(card(walk.page)).to_have_count(0)


@both_ways
def test_every_link_of_the_picture_of_company_is_reached_by_tab(visit: Visit) -> None:
    visit.open("actors/csto/index.html")
    drawn = visit.page.locator(".dl-network svg a")
    targets = drawn.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(targets) > 2
    visit.page.locator(".dl-network .dl-skip").focus()
    reached = []
    for _ in targets:
        visit.page.keyboard.press("Tab")
        reached.append(visit.page.evaluate("document.activeElement.getAttribute('href')"))
    assert reached == targets
    for target in targets:
        expect(visit.page.locator(f"[id='{target[1:]}']")).to_be_attached()
