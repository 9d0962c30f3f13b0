"""The unpacked bundle in Firefox: what a reader does most, so that nothing works in Chromium alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from firefox import Firefox, firefox

BRIEF = "briefs/kabul-strike/index.html"
ENTER, ESCAPE, TAB, DOWN = "\ue007", "\ue00c", "\ue004", "\ue015"
ANSWERS = "return document.querySelectorAll('#dl-answers a').length"
WATCH = "window.addEventListener('error', (event) => (window.wrong = (window.wrong || []).concat(event.message)))"
STRAYED = "return performance.getEntriesByType('resource').map(e => e.name).filter(n => !/^(file|data|blob):/.test(n))"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("firefox")) as found:
        yield found


@pytest.fixture
def walk(browser: Firefox, unpacked_bundle: Path) -> Iterator[Walk]:
    """A walk that ends with no error and nothing asked of another host."""
    yield Walk(browser, f"{unpacked_bundle.as_uri()}/")
    assert browser.run("return window.wrong || []") == []
    assert browser.run(STRAYED) == []


class Walk:
    """One reader's walk."""

    def __init__(self, browser: Firefox, start: str) -> None:
        self.browser, self.start = browser, start

    def open(self, path: str) -> Firefox:
        """Go to a page of the bundle, by way of none, so that an anchor alone loads it too."""
        self.browser.open("about:blank")
        self.browser.open(self.start + path)
        self.browser.run(WATCH)
        return self.browser


def test_search_by_keyboard_from_end_to_end(walk: Walk) -> None:
    page = walk.open("index.html")
    page.press("/", *"kabul strike")
    assert page.until(ANSWERS) > 3
    assert page.until("return document.querySelectorAll('#dl-answers .dl-excerpt mark').length")
    page.press(DOWN, ENTER)
    assert "/briefs/" in page.until("return location.href.includes('/briefs/') && location.href")


def test_the_search_page_counts_narrows_and_keeps_its_state(walk: Walk) -> None:
    page = walk.open("search/index.html#q=kabul")
    page.until("return document.querySelectorAll('.dl-answers > li').length")
    page.run("document.querySelector('.dl-narrow summary').click()")
    button = "document.querySelector('.dl-choice[data-value=\"kind/date\"]')"
    count = page.until(f"return {button} && {button}.textContent.replace(/[^0-9]/g, '')")
    page.run(f"{button}.click()")
    told = page.until(
        "return location.hash.includes('kind=date') && document.querySelector('.dl-found-count').textContent"
    )
    assert page.until(
        "return document.querySelector('.dl-found-count').textContent.startsWith(arguments[0] + ' result')", count
    ), told
    page.run("history.back()")
    page.until("return !location.hash.includes('kind=date')")


def test_a_range_of_dates_by_script(walk: Walk) -> None:
    page = walk.open(BRIEF)
    find = "return dateline.search('', {kind: 'date', from: '2021-08-29', to: '2021-08-29', certain: arguments[0]})"
    possibly, certainly = (page.run(find, certain)["total"] for certain in (False, True))
    assert 0 < certainly < possibly


def test_a_card_opens_on_focus_and_closes_with_escape(walk: Walk) -> None:
    page = walk.open(BRIEF)
    page.run(
        "const link = document.querySelector('.md-content a[href*=\"/actors/\"]');"
        "const before = document.createElement('button'); link.before(before); before.focus()"
    )
    page.press(TAB)
    assert page.until("const card = document.getElementById('dl-preview'); return card && card.innerText")
    page.press(ESCAPE)
    page.until("return !document.querySelector('#dl-preview:popover-open')")


def test_the_picture_of_a_timeline_zooms(walk: Walk) -> None:
    page = walk.open("timeline/index.html")
    page.until("return document.querySelectorAll('.dl-picture button').length")
    page.run("[...document.querySelectorAll('.dl-picture button')].find(b => b.ariaLabel === 'Zoom in').click()")
    page.until("return parseFloat(document.querySelector('.dl-inner').getAttribute('width')) === 200")


def test_the_choice_of_dark_is_kept(walk: Walk) -> None:
    page = walk.open("index.html")
    scheme = "return document.body.getAttribute('data-md-color-scheme')"
    before = page.run(scheme)
    page.run("[...document.querySelectorAll('.md-header__option label')].find(l => l.offsetParent).click()")
    after = page.until(
        "const now = document.body.getAttribute('data-md-color-scheme');return now !== arguments[0] && now", before
    )
    assert walk.open(BRIEF).run(scheme) == after
