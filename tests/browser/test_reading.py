"""A reader walks through the demonstration: served, served below a folder, and from a disk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from browser.conftest import Visit

WAYS = ["served", "below a folder", "from a disk"]
every_way = pytest.mark.parametrize("visit", WAYS, indirect=True)
pytestmark = pytest.mark.xdist_group("browser")

BRIEF = "briefs/kabul-strike/index.html"
KINDS = [
    "index.html", "briefs/index.html", BRIEF, "actors/index.html", "actors/csto/index.html", "sources/index.html",
    "topics/index.html", "timeline/index.html", "timeline/2021/index.html", "questions/index.html",
    "questions/kabul-strike/deaths/index.html", "reference/keys.html", "reference/commands.html",
    "contributing/architecture.html",
]  # fmt: skip


@every_way
def test_from_home_by_search_to_a_brief_to_an_actor_and_back(visit: Visit) -> None:
    visit.open()
    assert any(BRIEF in found for found in visit.search("strike"))
    visit.page.locator(f".md-search-result__link[href*='{BRIEF}']").first.click()
    expect(visit.page).to_have_url(re.compile(re.escape(BRIEF)))
    heading = visit.page.locator("h1").inner_text()
    visit.page.locator(".md-content a[href*='actors/us-central-command/']").first.click()
    expect(visit.page).to_have_url(re.compile("actors/us-central-command/index.html"))
    visit.page.locator(f".md-content a[href*='{BRIEF}']").first.click()
    expect(visit.page).to_have_url(re.compile(re.escape(BRIEF)))
    assert visit.page.locator("h1").inner_text() == heading


@every_way
@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("Zawahiri drone Ahmadi", "briefs/kabul-strike/"),
        ("Collective Security Treaty Organization", "actors/csto/"),
        ("Reuters", "sources/reuters/"),
        ("Withdrawal", "topics/withdrawal/"),
        ("Timeline", "timeline/"),
        ("Architecture", "contributing/architecture.html"),
    ],
)
def test_search_finds_a_page_of_each_kind(visit: Visit, words: str, address: str) -> None:
    visit.open()
    assert any(address in found for found in visit.search(words))


@every_way
def test_the_choice_of_dark_is_kept_from_page_to_page(visit: Visit) -> None:
    scheme = visit.page.locator("body")
    visit.open()
    expect(scheme).to_have_attribute("data-md-color-scheme", "default")
    visit.page.locator("form[data-md-component=palette] label:visible").click()
    expect(scheme).to_have_attribute("data-md-color-scheme", "slate")
    visit.open(BRIEF)
    expect(scheme).to_have_attribute("data-md-color-scheme", "slate")
    visit.page.locator("form[data-md-component=palette] label:visible").click()
    expect(scheme).to_have_attribute("data-md-color-scheme", "default")


@every_way
def test_every_kind_of_page_opens(visit: Visit) -> None:
    for path in KINDS:
        visit.open(path)
        expect(visit.page.locator(".md-content h1")).to_be_visible()
        expect(visit.page.locator("link[href*='dateline/dateline.css']")).to_have_count(1)


@every_way
def test_our_styles_are_used(visit: Visit) -> None:
    visit.open(BRIEF)
    status = visit.page.locator(".dl-status").first
    assert status.evaluate("element => getComputedStyle(element).borderRadius") != "0px"


@every_way
def test_a_quoted_passage_is_where_its_anchor_is(visit: Visit) -> None:
    visit.open(f"{BRIEF}")
    mark = visit.page.locator("mark[id]").first
    name = mark.get_attribute("id")
    visit.open(f"{BRIEF}#{name}")
    expect(visit.page.locator(f"mark[id='{name}']")).to_be_in_viewport()


@pytest.mark.parametrize("visit", ["hostile"], indirect=True)
def test_hostile_text_runs_nothing_and_fetches_nothing(visit: Visit) -> None:
    for path in ("index.html", "briefs/injection/index.html", "actors/little-bobby/index.html", "sources/bad-press/index.html"):
        visit.open(path)
        expect(visit.page.locator(".md-content h1")).to_be_visible()
    assert visit.search("alert")
    visit.page.wait_for_timeout(200)
    assert visit.page.locator("iframe:not([hidden]), marquee, object").count() == 0
