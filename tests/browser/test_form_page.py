"""The form for people without git: it shows what stands in the files, saves no more than was changed, asks no host."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import PATIENCE, served
from dateline.desk.start import start_desk
from desks import desk_at, files_below, write
from forge import shell

STORE = "sveltia-cms-test"
"""Where the program keeps the files of its backend for tests, in the browser's own store."""
PUT = """async files => {
  const top = await (await navigator.storage.getDirectory()).getDirectoryHandle("STORE", {create: true});
  for (const [path, text] of Object.entries(files)) {
    let folder = top;
    for (const part of path.split("/").slice(0, -1)) folder = await folder.getDirectoryHandle(part, {create: true});
    const file = await (await folder.getFileHandle(path.split("/").at(-1), {create: true})).createWritable();
    await file.write(text);
    await file.close();
  }
}""".replace("STORE", STORE)
GET = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, entry] of folder.entries())
      if (entry.kind === "file") found[path + name] = await (await entry.getFile()).text();
      else await walk(entry, path + name + "/");
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle("STORE"), "");
  return found;
}""".replace("STORE", STORE)


class Proxy(http.server.BaseHTTPRequestHandler):
    """Where whatever the page asks of another host would arrive."""

    asked: ClassVar[list[str]] = []

    def log_message(self, *_: Any) -> None:
        pass

    def do_CONNECT(self) -> None:  # the name that http.server calls
        Proxy.asked.append(self.path)
        self.send_error(502)

    do_GET = do_CONNECT  # noqa: N815  # the same


def named(asked: str) -> str:
    """The host of a request."""
    return asked.removeprefix("http://").partition("/")[0].partition(":")[0]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The desk of `init` with its form, whose program keeps files in the browser instead of asking a host."""
    start_desk(tmp_path / "desk", ())
    made = shell("dateline form --in-full --repository desk/desk", tmp_path / "desk", {}, tmp_path)
    assert made.code == 0, made.out
    config = tmp_path / "desk" / "docs" / "edit" / "config.json"
    config.write_text(config.read_text("utf-8").replace('"name": "github"', '"name": "test-repo"'), "utf-8")
    return tmp_path / "desk"


@pytest.fixture
def page(desk: Path, browser: Browser) -> Iterator[Page]:
    """The form with the desk's files in it; every request to another host would go to our proxy."""
    files = {name: text.decode() for name, text in files_below(desk).items() if name.startswith("briefs/")}
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy) as proxy, served(desk / "docs" / "edit") as start:
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        Proxy.asked.clear()
        with browser.new_context(
            viewport={"width": 1280, "height": 900},
            proxy={"server": f"http://127.0.0.1:{proxy.server_port}", "bypass": "127.0.0.1"},
        ) as context:
            found = context.new_page()
            found.set_default_timeout(PATIENCE)
            found.goto(f"{start}index.html")
            found.evaluate(PUT, files)
            found.reload()
            found.get_by_text("Work with Test Repository").click()
            expect(found.get_by_text("Collections", exact=True).first).to_be_visible()
            yield found
        proxy.shutdown()
    # What Chromium asks for itself is not the page's.
    program = (desk / "docs" / "edit" / "sveltia-cms.js").read_text("utf-8")
    assert {host for host in map(named, Proxy.asked) if host in program} == set()


def go(page: Page, place: str) -> None:
    """Go to a collection or an entry."""
    page.goto(f"{page.url.partition('#')[0]}#/collections/{place}")


def saved(page: Page, text: str) -> dict[str, str]:
    """What stands in the files once a change is saved."""
    page.get_by_role("button", name="Save").first.click()
    page.wait_for_function(f"async text => Object.values(await ({GET})()).some(one => one.includes(text))", arg=text)
    return dict(page.evaluate(GET))


def test_every_file_is_there_and_a_saved_one_says_what_it_said_but_for_the_change(desk: Path, page: Page) -> None:
    for collection, titles in {
        "actors": ["Lindow Town Council"],
        "sources": ["Radio Arvo", "Lindow Gazette"], "lists": ["Topics", "Questions"],
    }.items():  # fmt: skip
        go(page, collection)
        for title in titles:
            expect(page.get_by_text(title).first).to_be_visible()
    go(page, "articles")
    page.get_by_role("treeitem", name="2021").click()
    page.get_by_role("treeitem", name="river-flood").click()
    for article in desk_at(desk).corpus.articles.values():
        expect(page.get_by_text(article.title).first).to_be_visible()
    before = desk_at(desk).corpus.briefs["river-flood"]
    go(page, "briefs")
    page.get_by_text(before.title).first.click()
    box = page.get_by_role("textbox", name="Title").first
    box.click()
    box.press("End")
    box.press_sequentially(", again")
    write(desk, saved(page, ", again"))
    found = desk_at(desk)
    after = found.corpus.briefs["river-flood"]
    assert after.title == f"{before.title}, again"
    assert after.model_dump(exclude={"title"}) == before.model_dump(exclude={"title"})
    assert found.sound


def test_a_saved_article_keeps_its_text(desk: Path, page: Page) -> None:
    before = desk_at(desk).corpus.articles["river-flood/gazette"]
    go(page, "articles/entries/2021/river-flood/gazette")
    box = page.get_by_role("textbox", name="Place").first
    box.click()
    box.press("End")
    box.press_sequentially("-on-Arvo")
    write(desk, saved(page, "place: Lindow-on-Arvo"))
    after = desk_at(desk).corpus.articles["river-flood/gazette"]
    assert after.place == "Lindow-on-Arvo"
    assert after.body == f"\n{before.body}", "it puts a blank line before the text, and changes nothing in it"
    assert after.model_dump(exclude={"place", "body"}) == before.model_dump(exclude={"place", "body"})


def test_the_page_may_ask_the_repository_s_host_and_no_other(desk: Path) -> None:
    html = (desk / "docs" / "edit" / "index.html").read_text("utf-8")
    assert "connect-src 'self' blob: data: https://api.github.com;" in html
    assert json.loads((desk / "docs" / "edit" / "config.json").read_text("utf-8"))["backend"]["repo"] == "desk/desk"
