"""A browser and a reader's walk through a site, with everything that it asked for."""

from __future__ import annotations

import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Locator, Page, expect, sync_playwright

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
WHOLE = ("chromium", "chromium-browser", "google-chrome")
KNOWN = ("chromium-headless-shell", *WHOLE)
"""The shell first: the same engine without the windows that nobody sees, for half the processor time."""
PATIENCE = 30_000
"""Milliseconds; a machine that is busy with other tests takes its time."""
expect.set_options(timeout=PATIENCE)


@contextmanager
def launched() -> Iterator[Browser]:
    """The system's Chromium, or Playwright's own; without either the test fails, so that nobody believes it passed."""
    if os.environ.get("DATELINE_NO_BROWSER") == "1":
        pytest.skip("DATELINE_NO_BROWSER is set")
    found = next(filter(None, map(shutil.which, KNOWN)), None)
    with sync_playwright() as playwright:
        if found is None and not Path(playwright.chromium.executable_path).exists():
            pytest.fail("no browser to test with: run “make browser”, or set DATELINE_NO_BROWSER=1 to go without")
        browser = playwright.chromium.launch(headless=True, executable_path=found, args=FLAGS)
        yield browser
        browser.close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files with the headers that a site wants sent, and says nothing."""

    def end_headers(self) -> None:
        for name, value in wanted_headers(Path(self.directory)):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        pass


@cache
def wanted_headers(folder: Path) -> tuple[tuple[str, str], ...]:
    """What the `_headers` of a site asks its host to send, as Netlify and Cloudflare Pages read it."""
    file = folder / "_headers"
    lines = file.read_text("utf-8").splitlines()[1:] if file.is_file() else []
    return tuple((name.strip(), value.strip()) for name, _, value in (line.partition(":") for line in lines))


@contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """A folder on this machine's own address."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class Visit:
    """One reader's walk."""

    def __init__(self, page: Page, start: str) -> None:
        self.page, self.start = page, start
        self.asked: list[str] = []
        self.said: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", self._dialog)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.said.append(message.text)

    def _dialog(self, dialog: Dialog) -> None:
        self.said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    @property
    def strayed(self) -> list[str]:
        """Requests for anything that is not of the site's host."""
        host = "/".join(self.start.split("/")[:3]) + "/"
        return [url for url in self.asked if not url.startswith((host, "data:", "blob:"))]

    def open(self, path: str = "index.html") -> None:
        """Go to a page of the site, written as a file."""
        self.page.goto(self.start + path)

    def is_at(self, path: str) -> None:
        """Wait for a page to be there."""
        expect(self.page).to_have_url(re.compile(re.escape(path)), timeout=PATIENCE)

    def search(self, words: str) -> None:
        """Type into the search box as a reader does."""
        box = self.page.locator(".md-search__input")
        box.click()
        box.press_sequentially(words)

    def ask(self, words: str, key: str = "/") -> Locator:
        """Search from the header by keyboard; the answers, once all of them are there."""
        self.page.keyboard.press(key)
        self.page.keyboard.type(words)
        self.answered()
        return self.page.locator("#dl-answers a")

    def drawn(self) -> None:
        """Wait until what was done is drawn, and the page has been told of it: that it was scrolled, for one."""
        self.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def point_at(self, link: Locator) -> None:
        """Put the mouse on a link; what is scrolled for that is scrolled before, since scrolling closes a card."""
        link.scroll_into_view_if_needed()
        self.drawn()
        link.hover()

    def answered(self, answers: str = "#dl-answers") -> None:
        """Wait until a list of answers says that no more are on their way."""
        expect(self.page.locator(f"{answers}[aria-busy=false]")).to_be_attached(timeout=PATIENCE)

    def found(self, address: str) -> Locator:
        """The first answer that leads to an address, as soon as it is there."""
        answer = self.page.locator(f".md-search-result__link[href*='{address}']").first
        expect(answer).to_be_attached(timeout=PATIENCE)
        return answer


@contextmanager
def walk(browser: Browser, start: str, *, bypass_csp: bool = False) -> Iterator[Visit]:
    """A walk through the site at an address; it asks something, and ends with no error said and no other host asked."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=bypass_csp) as context:
        visit = Visit(context.new_page(), start)
        yield visit
        assert visit.asked
        assert visit.said == []
        assert visit.strayed == []


MOST = 600
"""Stops of a page's Tab; one with more would never be walked through."""
AT_ONCE = 20
REMEMBER = """() => {
  document.querySelectorAll("body *").forEach((element, number) => (element.dataset.n = number));
  window.stops = [];
  document.addEventListener("focusin", (event) => window.stops.push(event.target.dataset.n));
}"""


def tabbed(page: Page, most: int = MOST) -> list[str]:
    """A mark, its `data-n`, for each element that Tab stops at, from where the focus is and once around or for so long.

    The page itself remembers where it stopped: to be asked after each key takes longer than the key.
    """
    page.evaluate(REMEMBER)
    stops: list[str] = []
    while len(stops) < most:
        for _ in range(min(AT_ONCE, most - len(stops))):
            page.keyboard.press("Tab")
        stops = page.evaluate("window.stops")
        if stops[0] in stops[1:]:
            return stops[: stops.index(stops[0], 1)]
    return stops


def marks(page: Page, of: str) -> list[str]:
    """The marks of those of these elements that can be seen, once Tab went through the page."""
    found: list[str] = page.locator(of).evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => e.dataset.n)"
    )
    return found
