"""A reader asks to be told what changed, comes back, and prints a page; served and from a disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browsing import Visit, served, walk

both_ways = pytest.mark.parametrize("visit", ["served", "from a disk"], indirect=True)
BRIEF = "briefs/kabul-strike/index.html"
EARLIER = """() => {
    const key = Object.keys(localStorage).find((key) => key.startsWith("dateline.seen"));
    const memory = JSON.parse(localStorage[key]);
    memory.digests[0] = "another";
    memory.seen[0]["kabul-strike"] = "another";
    memory.seen[0]["once-here"] = "0";
    delete memory.seen[0]["last-aircraft"];
    localStorage[key] = JSON.stringify(memory);
}"""


@pytest.fixture(scope="module")
def starts(demonstration_site: Path, unpacked_bundle: Path) -> Iterator[dict[str, str]]:
    with ExitStack() as stack:
        yield {
            "served": stack.enter_context(served(demonstration_site)),
            "from a disk": f"{unpacked_bundle.as_uri()}/",
        }


@pytest.fixture
def visit(browser: Browser, starts: dict[str, str], request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A walk that ends with no error said and no other host asked."""
    with walk(browser, starts[request.param]) as visit:
        yield visit


@both_ways
def test_nothing_is_kept_before_a_reader_asks(visit: Visit) -> None:
    visit.open()
    visit.page.locator(".dl-visits button").wait_for()
    assert visit.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('dateline'))") == []
    assert [url for url in visit.asked if "/dateline/visits/" in url] == []
    assert visit.page.context.cookies() == []


@both_ways
def test_who_asked_sees_what_is_new_changed_and_gone(visit: Visit) -> None:
    box = visit.page.locator(".dl-visits")
    visit.open()
    box.get_by_role("button", name="Tell me").press("Enter")
    expect(box).to_contain_text("From now on")
    visit.page.reload()
    expect(box).to_contain_text("Nothing has changed")
    visit.page.evaluate(EARLIER)
    visit.page.reload()
    expect(box.locator("li")).to_have_count(3)
    told = box.locator("li").all_inner_texts()
    assert [line.partition(":")[0] for line in told] == ["New", "Changed", "Gone"]
    assert " — " in told[1]
    box.get_by_role("link").nth(1).click()
    visit.is_at(BRIEF)
    visit.open()
    box.get_by_role("button", name="Seen").click()
    expect(box).to_contain_text("From now on")
    visit.page.reload()
    expect(box).to_contain_text("Nothing has changed")
    box.get_by_role("button", name="Forget it").click()
    expect(box.get_by_role("button", name="Tell me")).to_be_visible()
    assert visit.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('dateline'))") == []


@both_ways
def test_a_memory_that_is_none_is_no_memory(visit: Visit) -> None:
    visit.open()
    visit.page.evaluate("localStorage.setItem('dateline.seen ' + new URL('.', location), '{\"seen\": 1')")
    visit.page.reload()
    expect(visit.page.locator(".dl-visits").get_by_role("button", name="Tell me")).to_be_visible()


@both_ways
def test_on_paper_addresses_are_notes_each_once(visit: Visit) -> None:
    visit.open(BRIEF)
    visit.page.evaluate(
        "addEventListener('beforeprint', () => (window.notes = {"
        "  list: [...document.querySelectorAll('.dl-notes li')].map((each) => each.textContent),"
        "  signs: [...document.querySelectorAll('.dl-note')].map((each) => Number(each.textContent)),"
        "  inline: getComputedStyle(document.querySelector('article a[href^=http]'), '::after').content}))"
    )
    assert visit.page.pdf(format="A4").startswith(b"%PDF")
    notes = json.loads(visit.page.evaluate("JSON.stringify(window.notes)"))
    assert len(notes["list"]) == len(set(notes["list"])) > 3
    assert set(notes["signs"]) == set(range(1, len(notes["list"]) + 1))
    assert all(address.startswith("http") and ":~:" not in address for address in notes["list"])
    assert notes["inline"] == "none"
    assert visit.page.locator(".dl-notes, .dl-note").count() == 0
