"""A built site to whether its quotes still stand in the articles as it prints them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from dateline.relate.quotes import Haystack, Verdict, find_quote, prepare

CLAIMS = "data/claims.json"
ANCHOR = "article-"
ID = re.compile(r"[a-z0-9][a-z0-9-]*")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | {"p", "li", "blockquote", "pre", "table", "tr", "ul", "ol", "div"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Proofs:
    """What the quotes of a site came to."""

    standing: int
    """Quotes that stand in their article as it is printed."""
    fallen: tuple[str, ...]
    """Those that do not, each as its claim and article."""
    unprinted: int
    """Quotes that were found when the site was built and cannot be looked up in it: their articles' rights forbid."""
    unfound: int
    """Quotes that were not found when the site was built, and are shown so."""


def prove(folder: Path) -> Proofs:
    """Look every quote of a site up again in the pages of the site.

    Raises OSError where the list of claims cannot be read, ValueError where it is none.
    """
    claims = json.loads((folder / CLAIMS).read_text("utf-8"))
    try:
        return _proved(_Articles(folder), [(claim["id"], item) for claim in claims for item in claim["evidence"]])
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"{CLAIMS} is no list of claims") from error


def _proved(articles: _Articles, given: Sequence[tuple[str, Mapping[str, Any]]]) -> Proofs:
    standing = unprinted = unfound = 0
    fallen = []
    for claim, item in given:
        if not Verdict(item.get("verdict", Verdict.UNAVAILABLE)).is_found:
            unfound += 1
        elif "quote" not in item:
            unprinted += 1
        elif find_quote(item["quote"], articles.text(item["article"]), language=item.get("language", "en")).is_found:
            standing += 1
        else:
            fallen.append(f"{claim}: “{item['quote']}” does not stand in {item['article']}")
    return Proofs(standing=standing, fallen=tuple(fallen), unprinted=unprinted, unfound=unfound)


class _Articles:
    """The articles of a site, read page by page as they are asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages: dict[str, Mapping[str, Haystack]] = {}

    def text(self, id_: str) -> Haystack | None:
        """As much of an article as is printed, by `<slug>/<name>`; None where it has no place."""
        slug, _, name = id_.partition("/")
        if slug not in self.pages:
            self.pages[slug] = self._page(slug) if ID.fullmatch(slug) else {}
        return self.pages[slug].get(name)

    def _page(self, slug: str) -> Mapping[str, Haystack]:
        path = self.folder / "briefs" / slug / "index.html"
        texts = printed_articles(path.read_text("utf-8", "replace")) if path.is_file() else {}
        return {name: prepare(text) for name, text in texts.items()}


def printed_articles(html: str) -> Mapping[str, str]:
    """The plain text under the heading of each article on a brief's page, by the article's name."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return {name: "".join(pieces).strip() for name, pieces in reader.found.items()}


class _Reader(HTMLParser):
    """Reads a page; an article begins after the heading with its anchor and ends at the next chapter or article."""

    def __init__(self) -> None:
        super().__init__()
        self.found: defaultdict[str, list[str]] = defaultdict(list)
        self.names: tuple[str, ...] = ()
        self.heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        anchor = dict(attrs).get("id") or ""
        if tag in HEADINGS:
            self.heading = tag
        if tag == "h2":
            self.names = ()
        if anchor.startswith(ANCHOR) and self.heading:
            self._begin(anchor.removeprefix(ANCHOR))
        self._space(tag)

    def _begin(self, name: str) -> None:
        """One heading may have several anchors: an article's old names lead to it too."""
        self.names = (*self.names, name) if self.names and not self.found[self.names[-1]] else (name,)
        self.found[name] = []

    def handle_endtag(self, tag: str) -> None:
        if tag == self.heading:
            self.heading = ""
        self._space(tag)

    def _space(self, tag: str) -> None:
        if tag == "br":
            self.handle_data("\n")
        elif tag in BLOCKS:
            self.handle_data("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.heading:
            for name in self.names:
                self.found[name].append(data)


def told(proofs: Proofs) -> Iterator[str]:
    """What was proved, in lines for a terminal; none for a site without quotes."""
    if proofs.standing:
        yield f"{proofs.standing:,} quotes stand in their articles as they are printed here."
    if proofs.unprinted:
        yield f"{proofs.unprinted:,} cannot be looked up here: their articles' rights let no text be printed."
    if proofs.unfound:
        yield f"{proofs.unfound:,} were not found when the site was built, and its pages say so."
