"""Hostile text in Chromium, under the site's own policy: nothing runs, nothing is asked of another host."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import Visit, served
from dateline.desk.site_options import preparing
from dateline.publish.press.building import build_site
from dateline.publish.site import quiet
from hostility import CORPUS, buildable, more_strings, our_strings, their_strings

KINDS = ("briefs", "actors", "sources", "topics", "questions")
TRAP = """
for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
  window[name] = () => console.error("it ran: " + name);
}
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`it was stopped: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
SOME = slice(None, None, 3)
"""Of our strings, for every change; the night takes all of them, and those of others."""
WHOSE = {"ours": our_strings, "more": more_strings, "others": their_strings}
SHARED = ("index.html", "search/index.html", "coverage/index.html", "corrections/index.html", "timeline/index.html")


def built(strings: Sequence[str], root: Path) -> Path:
    quiet()
    return build_site(buildable(strings, root)[0], preparing(drafts=False, strict=False, today=None))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(our_strings()[SOME], tmp_path_factory.mktemp("hostile"))


def trapped(browser: Browser, start: str, pages: Sequence[str]) -> Visit:
    """A walk through pages, and what was said and asked on the way."""
    with browser.new_context() as context:
        context.add_init_script(TRAP)
        visit = Visit(context.new_page(), start)
        for page in pages:
            visit.open(page)
        return visit


def test_the_trap_closes(browser: Browser, tmp_path: Path) -> None:
    """Otherwise a test that nothing ran would say nothing."""
    (tmp_path / "_headers").write_text("/*\n  Content-Security-Policy: script-src 'self'\n")
    (tmp_path / "stopped.html").write_text("<img src=x onerror=alert(1)>")
    (tmp_path / "run.html").write_text("<script>alert(1)</script><img src='https://elsewhere.example/x.gif'>")
    with served(tmp_path) as start:
        assert "it was stopped" in str(trapped(browser, start, ["stopped.html"]).said)
    ran = trapped(browser, f"{tmp_path.as_uri()}/", ["run.html"])
    assert "it ran: alert" in ran.said
    assert ran.strayed == ["https://elsewhere.example/x.gif"]


def test_no_string_of_ours_runs_or_asks(browser: Browser, site: Path) -> None:
    """Each string on one kind of page, in turns, and all of them together where pages list them."""
    pages = [f"{KINDS[number % len(KINDS)]}/h{number}/index.html" for number in range(len(our_strings()[SOME]))]
    pages = [page for page in pages if (site / page).is_file()]
    assert len(pages) > len(our_strings()[SOME]) - SOME.step
    with served(site) as start:
        visit = trapped(browser, start, [*SHARED, *(f"{kind}/index.html" for kind in KINDS), *pages])
    assert (visit.said, visit.strayed) == ([], [])


def test_no_string_of_ours_runs_where_it_is_found_or_previewed(browser: Browser, site: Path) -> None:
    with served(site) as start, browser.new_context() as context:
        context.add_init_script(TRAP)
        visit = Visit(context.new_page(), start)
        visit.open("search/index.html?q=alert")
        visit.page.locator(".md-search-result__link").first.wait_for()
        visit.open()
        for words in ("script", "onerror", "javascript", "evil"):
            visit.search(words)
            visit.page.locator(".md-search-result__link").first.wait_for()
            visit.page.locator(".md-search__input").fill("")
        visit.open("briefs/h0/index.html")
        for link in visit.page.locator("article a[href*='actors/']").all()[:3]:
            link.focus()
            visit.page.wait_for_timeout(300)
        assert (visit.said, visit.strayed) == ([], [])


@pytest.mark.nightly
@pytest.mark.parametrize("whose", WHOSE)
@pytest.mark.parametrize("way", ["served", "from a disk"])
def test_no_string_runs_on_any_page(
    browser: Browser, whose: str, way: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if whose == "others" and CORPUS is None:
        pytest.skip("shared/corpora/hostile.jsonl.gz is not beside the repository")
    site = built(WHOSE[whose](), tmp_path_factory.mktemp("all"))
    pages = sorted(
        path.relative_to(site).as_posix() for path in site.rglob("*.html") if "refresh" not in path.read_text("utf-8")
    )
    if way != "served":
        pages.remove("404.html")  # a host's own page, whose addresses begin at the host's root
    with served(site) as start:
        visit = trapped(browser, start if way == "served" else f"{site.as_uri()}/", pages)
    assert (visit.said, visit.strayed) == ([], [])
