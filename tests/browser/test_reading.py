"""A reader walks through the demonstration: served, served below a folder, and from a disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browsing import Visit, served, walk
from dateline.desk.site_options import preparing
from dateline.publish.press.building import build_site
from desks import SITES, copied, write

every_way = pytest.mark.parametrize("visit", ["served", "below a folder", "from a disk"], indirect=True)
both_ways = pytest.mark.parametrize("visit", ["served", "from a disk"], indirect=True)

BRIEF = "briefs/kabul-strike/index.html"
SPEAKER = "actors/us-central-command/index.html"
KINDS = (
    "index.html", "briefs/index.html", BRIEF, "actors/index.html", SPEAKER, "sources/index.html",
    "sources/reuters/index.html", "topics/index.html", "topics/withdrawal/index.html", "timeline/index.html",
    "timeline/2021/index.html", "questions/index.html", "questions/kabul-strike/deaths/index.html",
    "reference/keys.html", "reference/commands.html", "reference/findings/unknown-actor.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def sites(demonstration_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The same site by three ways, and one of hostile texts, by the addresses where each begins."""
    host = tmp_path_factory.mktemp("host")
    shutil.copytree(demonstration_site, host / "repo")
    hostile = copied(SITES / "hostile-text", tmp_path_factory.mktemp("hostile"))
    starter = resources.files("dateline.desk") / "starter"
    write(hostile, {name: (starter / name).read_bytes() for name in ("mkdocs.yml", "docs/about.md")})
    built = build_site(hostile, preparing(drafts=False, strict=False, today=None))
    with ExitStack() as stack:
        yield {
            "served": stack.enter_context(served(demonstration_site)),
            "below a folder": f"{stack.enter_context(served(host))}repo/",
            "from a disk": f"{demonstration_site.as_uri()}/",
            "hostile": f"{built.as_uri()}/",
        }


@pytest.fixture
def visit(browser: Browser, sites: dict[str, str], request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A walk through the site the parameter names; it ends with no error said and no other host asked."""
    with walk(browser, sites[request.param]) as visit:
        yield visit


@every_way
def test_from_home_by_search_to_a_brief_to_an_actor_and_back(visit: Visit) -> None:
    visit.open()
    visit.search("strike")
    visit.found(BRIEF).click()
    visit.is_at(BRIEF)
    heading = visit.page.locator("h1").inner_text()
    visit.page.locator(f".md-content a[href*='{SPEAKER}']").first.click()
    visit.is_at(SPEAKER)
    visit.page.locator(f".md-content a[href*='{BRIEF}']").first.click()
    visit.is_at(BRIEF)
    assert visit.page.locator("h1").inner_text() == heading


@both_ways
@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("Kabul strike", "briefs/kabul-strike/"),
        ("Collective Security Treaty", "actors/csto/"),
        ("Reuters", "sources/reuters/"),
        ("Withdrawal", "topics/withdrawal/"),
        ("Timeline", "timeline/"),
        ("Architecture", "contributing/architecture"),
    ],
)
def test_search_finds_a_page_of_each_kind(visit: Visit, words: str, address: str) -> None:
    visit.open()
    visit.search(words)
    assert visit.found(address).inner_text().strip()


@both_ways
def test_the_choice_of_dark_is_kept_from_page_to_page(visit: Visit) -> None:
    scheme, toggle = visit.page.locator("body"), "form.md-header__option label:visible"
    visit.open()
    expect(scheme).to_have_attribute("data-md-color-scheme", "default")
    visit.page.locator(toggle).click()
    expect(scheme).to_have_attribute("data-md-color-scheme", "slate")
    visit.open(BRIEF)
    expect(scheme).to_have_attribute("data-md-color-scheme", "slate")
    visit.page.locator(toggle).click()
    expect(scheme).to_have_attribute("data-md-color-scheme", "default")


def test_a_reader_in_the_dark_sees_dark_before_the_themes_script_runs(browser: Browser, sites: dict[str, str]) -> None:
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.route("**/bundle.*.js", lambda route: route.abort())
        page.goto(sites["served"] + BRIEF)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        expect(page.locator("meta[name=color-scheme]")).to_have_attribute("content", "dark")
        page.emulate_media(color_scheme="light")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


@every_way
def test_every_kind_of_page_opens(visit: Visit) -> None:
    for path in KINDS:
        visit.open(path)
        expect(visit.page.locator(".md-content h1")).to_be_visible()


@every_way
def test_our_styles_are_used(visit: Visit) -> None:
    visit.open(BRIEF)
    status = visit.page.locator(".dl-status").first
    assert status.evaluate("element => getComputedStyle(element).borderTopStyle") == "solid"


@every_way
def test_a_link_to_a_quoted_passage_shows_it(visit: Visit) -> None:
    visit.open(BRIEF)
    name = visit.page.locator("mark[id]").first.get_attribute("id")
    visit.page.goto("about:blank")
    visit.open(f"{BRIEF}#{name}")
    expect(visit.page.locator(f"mark[id='{name}']")).to_be_in_viewport()


@pytest.mark.parametrize("visit", ["hostile"], indirect=True)
def test_hostile_text_runs_nothing_and_asks_for_nothing(visit: Visit) -> None:
    for path in ("index.html", "actors/little-bobby/index.html", "sources/bad-press/index.html"):
        visit.open(path)
        expect(visit.page.locator(".md-content h1")).to_be_visible()
    visit.open("briefs/injection/index.html")
    visit.search("emphasis")
    assert visit.found("briefs/injection/").inner_text().strip()
    assert visit.page.locator("iframe:not([hidden]), marquee, object, embed").count() == 0
