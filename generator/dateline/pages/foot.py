"""A page to the same page with its foot: where to change it, where to report a mistake, the same in other formats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from dateline.model.words.catalogue import Interface
from dateline.pages import links
from dateline.pages.escape import Safe, address
from dateline.pages.page import Page
from dateline.pages.template import fill

FORGE = re.compile(r"(https?://[^/]+(?:/[^/]+)+?)/(-/)?(_)?edit/")
"""An address for editing at GitHub, GitLab or Forgejo: the project's address, then what only GitLab or Forgejo has."""
CITATIONS = (("BibTeX", links.BIBTEX), ("RIS", links.RIS), ("CSL-JSON", links.CSL))


def with_foot(page: Page, edit_uri: str | None, words: Interface) -> Page:
    """The page in its language with one or two more lines; under `edit_uri` the desk's files can be edited."""
    formats = list(_formats(page, words))
    values = {"formats": formats, "ways": list(_ways(page, edit_uri, words)) if edit_uri else []}
    markdown = f"{page.markdown}\n{fill('parts/foot.md.j2', values, words.code)}"
    return replace(page, markdown=markdown, facts=replace(page.facts, language=words.code))


def _formats(page: Page, words: Interface) -> Iterator[Safe]:
    kind = page.facts.kind
    yield links.link("JSON", links.twin_of(page.path).rpartition("/")[2])
    if kind in {"brief", "actor", "source"} or page.path == links.CORRECTIONS:
        yield links.link("JSON-LD", links.LINKED_DATA)
    if kind == "brief":
        yield from (links.link(label, name) for label, name in CITATIONS)
    if kind == "home" or (kind in {"actor", "topic"} and page.facts.twin["briefs"]):
        yield links.link(words.say("feed"), links.feed_of("index.md"))


def _ways(page: Page, edit_uri: str, words: Interface) -> Iterator[Safe]:
    file, line, base = page.facts.source, page.facts.line, edit_uri.rstrip("/")
    forge = FORGE.match(f"{base}/")
    # The editors of GitHub and GitLab open at a line; Forgejo's knows none.
    at = f"#L{line}" if line > 1 and forge and not forge[3] else ""
    if file and (edit := address(f"{base}/{quote(file)}{at}")):
        yield links.link(words.say("Edit this page"), edit)
    if forge and (report := _report(page, forge, words)):
        yield links.link(words.say("Report a mistake"), report)


def _report(page: Page, forge: re.Match[str], words: Interface) -> Safe | None:
    """A new issue that names the page, its file and the line in it."""
    where = page.facts.source or page.path
    title = quote(words.say("Mistake in: {title}", title=page.title), safe="")
    body = quote(f"{where}:{page.facts.line}" if page.facts.line > 1 else where, safe="")
    if forge[2]:
        return address(f"{forge[1]}/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}")
    return address(f"{forge[1]}/issues/new?title={title}&body={body}")
