"""A browser, and sites that it reads from a web server and from a disk."""

from __future__ import annotations

import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from desks import SITES, copied
from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip
KNOWN = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, or Playwright's own."""
    if os.environ.get("DATELINE_NO_BROWSER") == "1":
        pytest.skip("DATELINE_NO_BROWSER is set")
    found = next(filter(None, map(shutil.which, KNOWN)), None)
    with sync_playwright() as playwright:
        if found is None and not Path(playwright.chromium.executable_path).exists():
            pytest.fail("no browser to test with: run make browser, or set DATELINE_NO_BROWSER=1 to go without")
        launched = playwright.chromium.launch(headless=True, executable_path=found, args=FLAGS)
        yield launched
        launched.close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="session")
def serve() -> Iterator[Any]:
    """Serves a folder, and gives its address on this machine."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        handler = partial(Quiet, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def built(desk: Path, root: Path, config: str) -> Path:
    from dateline.desk.site_options import preparing
    from dateline.publish.site import build_site, quiet

    quiet()
    copied(desk, root)
    (root / "mkdocs.yml").write_text(config, "utf-8")
    (root / "docs" / "about.md").write_text("# About\n\nA page written by hand.\n")
    return build_site(root, preparing(drafts=False, strict=False, today=None))


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory, demonstration_site: Path, starter: str, serve: Any) -> dict[str, str]:
    """The same site by three ways: served, served below a folder, and from a disk; and one of hostile texts."""
    below = tmp_path_factory.mktemp("host")
    shutil.copytree(demonstration_site, below / "repo")
    hostile = built(SITES / "hostile-text", tmp_path_factory.mktemp("hostile"), starter)
    return {
        "served": serve(demonstration_site),
        "below a folder": f"{serve(below)}repo/",
        "from a disk": f"{demonstration_site.as_uri()}/",
        "hostile": f"{hostile.as_uri()}/",
    }


@pytest.fixture(scope="session")
def starter() -> str:
    """The configuration that a new desk starts with."""
    from importlib import resources

    return (resources.files("dateline.desk") / "starter" / "mkdocs.yml").read_text("utf-8")


class Visit:
    """One reader's walk, with everything that it asked for."""

    def __init__(self, page: Page, start: str) -> None:
        self.page, self.start = page, start
        self.asked: list[str] = []
        self.said: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: (self.said.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    @property
    def strayed(self) -> list[str]:
        """Requests for anything that is not of the site."""
        host = "/".join(self.start.split("/")[:3]) + "/"
        return [url for url in self.asked if not url.startswith((host, "data:", "blob:"))]

    def open(self, path: str = "") -> None:
        """Go to a page of the site, written as a file."""
        self.page.goto(self.start + (path or "index.html"))

    def search(self, words: str) -> list[str]:
        """Type into the search box as a reader does, and wait for what it finds."""
        if not self.page.locator(".md-search__input").is_visible():
            self.page.locator("label[for=__search].md-icon").first.click()
        box = self.page.locator(".md-search__input")
        box.click()
        box.fill("")
        box.press_sequentially(words)
        self.page.locator(".md-search-result__link").first.wait_for()
        return [str(link.get_attribute("href")) for link in self.page.locator(".md-search-result__link").all()]


@pytest.fixture
def visit(browser: Browser, sites: dict[str, str], request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A walk that ends with no error said and nothing asked of another host; the parameter names the site."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    walk = Visit(context.new_page(), sites[request.param])
    yield walk
    context.close()
    assert walk.asked
    assert walk.said == []
    assert walk.strayed == []
