"""A page of every kind in light, dark, forced colours, at 200 % zoom and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audited import GRAVE, MODES, PAGES, Mode, violations
from browsing import launched, served

pytestmark = pytest.mark.xdist_group("browser")
LETTERS = """() => [...document.querySelectorAll(".md-content__inner > p")]
  .filter(its => its.textContent.length > 200 && !its.querySelector("small"))
  .map(its => its.textContent.length * parseFloat(getComputedStyle(its).lineHeight) / its.offsetHeight)"""
FONTS = "[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as found:
        yield found


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
def test_nothing_grave_is_found_and_nothing_scrolls_sideways(
    browser: Browser, demonstration_site: Path, mode: Mode
) -> None:
    wrong: list[tuple[str, str, object]] = []
    with (
        served(demonstration_site) as start,
        browser.new_context(bypass_csp=True, viewport={"width": mode.width, "height": 900}, **mode.options) as context,
    ):
        page = context.new_page()
        for name, path in PAGES.items():
            page.goto(start + path)
            page.wait_for_load_state("networkidle")
            wrong += [(name, its["id"], its["nodes"]) for its in violations(page) if its["impact"] in GRAVE]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append((name, "scrolls sideways", mode.width))
    assert wrong == []


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
