"""Headings to ids, permalinks and a table of contents, as the extension `toc` makes them."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from dateline.publish.quick.rendered import Token, UnusualError

TAG = re.compile(r"<[^<>]*>")
COUNTED = re.compile(r"(.*)_([0-9]+)")
NOT_IN_ID = re.compile(r"[^\w\s-]")
GAPS = re.compile(r"[-\s]+")
KNOWN = frozenset({"permalink", "toc_depth", "permalink_title"})
"""Options of `toc` that are understood here."""


class Headings:
    """The headings of one page."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        """Raise UnusualError for options that are not understood."""
        if options.keys() - KNOWN or not isinstance(options.get("permalink", False), bool):
            raise UnusualError("options of the table of contents")
        self.permalink: bool = options.get("permalink", False)
        self.title = html.escape(str(options.get("permalink_title", "Permanent link")))
        self.depth = int(options.get("toc_depth", 6))
        self.clear()

    def clear(self) -> None:
        """Begin another page."""
        self.ids: set[str] = set()
        self.free: dict[tuple[str, int], int] = {}
        """From a stem and the number to begin with, the first that may be free: hundreds of headings can be alike."""
        self.tokens: list[Token] = []
        self.first: str | None = None

    def heading(self, level: int, inner: str) -> str:
        """A heading; `inner` is its HTML."""
        name = " ".join(TAG.sub("", inner).split())
        id_ = self._id(name)
        if level <= self.depth:
            self.tokens.append({"level": level, "id": id_, "name": name, "children": []})
        sign = f'<a class="headerlink" href="#{id_}" title="{self.title}">&para;</a>' if self.permalink else ""
        return f'<h{level} id="{id_}">{inner}{sign}</h{level}>'

    def _id(self, name: str) -> str:
        plain = html.unescape(name)
        if not plain.isascii():
            import unicodedata

            plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")
        id_ = GAPS.sub("-", NOT_IN_ID.sub("", plain).strip().lower())
        if id_ in self.ids or not id_:
            match = COUNTED.fullmatch(id_)
            stem, count = (match[1], int(match[2]) + 1) if match else (id_, 1)
            first, count = (stem, count), self.free.get((stem, count), count)
            while f"{stem}_{count}" in self.ids:
                count += 1
            self.free[first] = count + 1
            id_ = f"{stem}_{count}"
        self.ids.add(id_)
        return id_

    def toc(self) -> list[Token]:
        """The headings so far, each below the one before it of a higher rank."""
        found: list[Token] = []
        parents: list[Token] = []
        for token in self.tokens:
            while parents and parents[-1]["level"] >= token["level"]:
                parents.pop()
            (parents[-1]["children"] if parents else found).append(token)
            parents.append(token)
        return found
