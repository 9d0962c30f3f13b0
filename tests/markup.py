"""HTML to what a test asks of it: links, anchors, tags and text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import markdown

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
TITLE = re.compile(r"(?<=<title>).*?(?=</title)", re.DOTALL | re.IGNORECASE)
"""In a title nothing but its own end is a tag; html.parser before Python 3.14 does not know that."""
FETCHING = {"href": {"a", "link", "area"}, "src": {"script", "img", "iframe", "audio", "video", "source"}}


class Link(NamedTuple):
    """A way from a page."""

    target: str
    """As it is written."""
    within: str
    """The id under which it stands: of the last heading's own anchor before it, or nothing."""
    tag: str


class Markup(HTMLParser):
    """One document, read."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[Link] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._section = ""
        self._heading = ""
        self._hidden = 0
        self.feed(TITLE.sub(lambda title: escape(title[0]), html))
        self.close()

    @property
    def text(self) -> str:
        """What a reader sees, white space as one space."""
        return " ".join("".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags.append((tag, named))
        if tag == "br":
            self.words.append("\n")
        self._heading = tag if tag in {"h1", "h2"} else self._heading
        self._hidden += tag in {"script", "style"}
        if id_ := named.get("id") or (named.get("name") if tag == "a" else None):
            self.ids.append(id_)
            if self._heading == "h2":
                self._section, self._heading = id_, ""
        for attribute, tags in FETCHING.items():
            if tag in tags and (target := named.get(attribute)) is not None:
                self.links.append(Link(target, self._section, tag))

    def handle_endtag(self, tag: str) -> None:
        self._heading = "" if tag == self._heading else self._heading
        self._hidden -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def from_markdown(text: str) -> Markup:
    """A generated page as MkDocs' Markdown reads it, with the few extensions that a desk starts with."""
    return Markup(markdown.markdown(text, extensions=["toc", "tables"]))


def landing(page: str, target: str, base: str = "/") -> tuple[str, str] | None:
    """The path from the site's root and the anchor that a link on a page leads to; None where it leaves the site.

    `base` is the path under which the site stands on its host.
    """
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith(base):
        path = path.removeprefix(base)
    else:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    is_folder = parts.path.endswith("/") or path in {"", "."} or "." not in posixpath.basename(path)
    return posixpath.normpath(posixpath.join(path, "index.html") if is_folder else path), unquote(parts.fragment)


def dead_ends(pages: dict[str, Markup], files: set[str], base: str = "/") -> Iterator[str]:
    """Every link that leads to a file or anchor that is not there."""
    for page, markup in pages.items():
        for link in markup.links:
            way = landing(page, link.target, base)
            if way is None:
                continue
            path, anchor = way
            if path not in files:
                yield f"{page}: {link.target} leads to no file"
            elif anchor and path in pages and anchor not in pages[path].ids:
                yield f"{page}: {link.target} leads to no anchor"
