"""A page of every kind in light, dark, forced colours, at 200 % and 400 % zoom and on a phone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from audited import ALL, COLOURS, GRAVE, MODES, NONE, PAGES, Mode, settled, violations
from browsing import served, walk

KEPT = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...document.cookie.split("; ").filter(Boolean),
  ...(await indexedDB.databases()).map(its => its.name), ...await caches.keys(),
  ...(await navigator.serviceWorker.getRegistrations()).map(its => its.scope),
]"""
STOPPED = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`it was stopped: ${event.violatedDirective} ${event.blockedURI}`));"""
CHOICE = "/.__palette"
"""Material's name for the choice between light and dark."""
LETTERS = """() => [...document.querySelectorAll(".md-content__inner > p")]
  .filter(its => its.textContent.length > 200 && !its.querySelector("small"))
  .map(its => its.textContent.length * parseFloat(getComputedStyle(its).lineHeight) / its.offsetHeight)"""
FONTS = "[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)"


Fault = tuple[str, str, object]


def faults(browser: Browser, site: Path, mode: Mode, rules: Mapping[str, Any]) -> Iterator[Fault]:
    """What is wrong with a page of any kind in a mode: what axe finds by these rules, and that it scrolls sideways."""
    with (
        served(site) as start,
        browser.new_context(bypass_csp=True, viewport={"width": mode.width, "height": 900}, **mode.options) as context,
    ):
        page = context.new_page()
        for name, path in PAGES.items():
            page.goto(start + path)
            settled(page)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                yield name, "scrolls sideways", mode.width
            if rules != NONE:
                yield from (
                    (name, its["id"], its["nodes"]) for its in violations(page, rules) if its["impact"] in GRAVE
                )


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
def test_nothing_grave_is_found_and_nothing_scrolls_sideways(
    browser: Browser, demonstration_site: Path, mode: Mode
) -> None:
    assert list(faults(browser, demonstration_site, mode, mode.rules)) == []


@pytest.mark.nightly
@pytest.mark.parametrize("mode", [mode for mode in MODES if mode.rules != ALL], ids=lambda mode: mode.name)
def test_nothing_grave_is_found_by_any_rule(browser: Browser, demonstration_site: Path, mode: Mode) -> None:
    assert list(faults(browser, demonstration_site, mode, ALL)) == []


@pytest.mark.parametrize(
    ("rules", "seen"), [(ALL, {"color-contrast", "image-alt"}), (COLOURS, {"color-contrast"})], ids=["all", "colours"]
)
def test_what_is_grave_is_found(browser: Browser, rules: Mapping[str, Any], seen: set[str]) -> None:
    """Otherwise the tests above would say nothing."""
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content("<html lang=en><title>x</title><main><p style='color: #ccc'>Pale<img src='data:,'></main>")
        assert {its["id"] for its in violations(page, rules) if its["impact"] in GRAVE} == seen


def test_lines_have_60_to_75_letters(browser: Browser, demonstration_site: Path) -> None:
    with served(demonstration_site) as start, browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(start + "explanation/method.html")
        found = page.evaluate(LETTERS)
    assert len(found) > 3
    assert 60 <= sum(found) / len(found) <= 75


def test_the_serif_is_there_from_a_disk_as_well(browser: Browser, demonstration_site: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{demonstration_site.as_uri()}/{PAGES['brief']}")
        page.evaluate("document.fonts.ready.then(() => null)")
        assert "Source Serif 4" in page.evaluate(FONTS) or '"Source Serif 4"' in page.evaluate(FONTS)


def test_status_and_support_have_shapes_as_well_as_words(browser: Browser, demonstration_site: Path) -> None:
    """Told apart without colour: each class begins with a sign that none of its siblings has."""
    shapes = "its => its.map(each => [each.className, getComputedStyle(each, '::before').content])"
    with served(demonstration_site) as start, browser.new_context() as context:
        page = context.new_page()
        page.goto(start + PAGES["brief"])
        found = {tuple(pair) for pair in page.locator(".dl-status, .dl-support").evaluate_all(shapes)}
    assert len(found) > 4
    assert [name for name, sign in found if sign in {"none", "normal", '""'}] == []
    for kind in ("dl-status", "dl-support"):
        signs = [sign for name, sign in found if name.startswith(kind) and "dl-confirmed" not in name]
        assert len(signs) == len(set(signs))


def test_every_kind_works_under_the_policy_and_keeps_nothing_but_the_colours(
    browser: Browser, demonstration_site: Path
) -> None:
    """The walk ends with no error said, a stopped script or style included, and no other host asked."""
    with served(demonstration_site) as start, walk(browser, start) as visit:
        visit.page.add_init_script(STOPPED)
        for path in PAGES.values():
            visit.open(path)
            visit.page.wait_for_load_state("networkidle")
            assert {*visit.page.evaluate(KEPT)} <= {CHOICE}, path
        visit.open()
        visit.search("airport")
        visit.page.locator(".md-search-result__link").first.wait_for()
        visit.open()
        visit.page.locator("label[for^=__palette]:visible").first.click()
        assert visit.page.evaluate(KEPT) == [CHOICE]


def test_what_a_page_keeps_is_seen(browser: Browser, demonstration_site: Path) -> None:
    """Otherwise the test above would say nothing."""
    with served(demonstration_site) as start, walk(browser, start) as visit:
        visit.open()
        visit.page.evaluate("document.cookie = 'a=1'; sessionStorage.setItem('b', '2'); indexedDB.open('c')")
        visit.page.wait_for_function("indexedDB.databases().then((all) => all.length)")
        assert {*visit.page.evaluate(KEPT)} >= {"a=1", "b", "c"}
