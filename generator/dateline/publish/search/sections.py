"""A hand-written page as HTML to what a search finds on it: its sections, each at its heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from dateline.publish.search.entry import Entry

HEADINGS = frozenset({"h1", "h2", "h3"})
UNREAD = frozenset({"script", "style", "svg"})
PERMALINK = "headerlink"


class Section(NamedTuple):
    """A heading and what follows it."""

    anchor: str
    """Empty for what stands before the first heading, and for a heading without an id."""
    title: str
    text: str


class Written(NamedTuple):
    """A hand-written page, as it was built."""

    title: str
    file: str
    """In the site."""
    html: str
    """What stands in its middle."""


def section_entries(pages: Iterable[Written], language: str = "en") -> Iterator[Entry]:
    """The sections of pages, each at its heading; a section without one is called like its page."""
    for page in pages:
        for section in sections(page.html):
            url = f"{page.file}#{section.anchor}" if section.anchor else page.file
            yield Entry(
                kind="page", id=url, url=url, title=section.title or page.title, text=section.text, language=language,
                facets={"kind": ("page",), "language": (language,)},
            )  # fmt: skip


def sections(html: str) -> list[Section]:
    """The sections of a page, without those that have neither a heading nor words."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    plain = [Section(anchor, _line(title), _line(words)) for anchor, title, words in reader.found]
    return [section for section in plain if section.title or section.text]


def _line(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())


class _Reader(HTMLParser):
    """Reads HTML that a Markdown library made."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str], list[str]]] = [("", [], [])]
        self.inside = ""
        self.unread: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag in UNREAD or PERMALINK in (named.get("class") or ""):
            self.unread.append(tag)
        elif tag in HEADINGS:
            self.inside = tag
            # The page's own heading is reached by the page's address.
            self.found.append(("" if tag == "h1" else named.get("id") or "", [], []))
        else:
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self.unread and self.unread[-1] == tag:
            self.unread.pop()
        elif tag == self.inside:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self._words.append(data)

    @property
    def _words(self) -> list[str]:
        _, title, text = self.found[-1]
        return title if self.inside else text
