"""All pages to what an entry of one needs from the others: names, articles' sources, dates in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from dateline.model.when import When
from dateline.pages.page import Page
from dateline.relate import prose

NAMED: Final = ("brief", "actor", "topic", "source")
"""Kinds of page that are linked by their ids, in the order in which one of an id is looked for."""
FROM: Final = "from"
LANGUAGE: Final = "language"
LONGEST_SPAN: Final = 10
"""Years; a date that may mean more of them is in none of the facet's years."""


class Date(NamedTuple):
    """A date as an entry has it."""

    text: str = ""
    words: str = ""
    earliest: int | None = None
    latest: int | None = None
    years: tuple[str, ...] = ()


class Known:
    """What is known beyond one page, with a note of what was asked."""

    def __init__(self, find: Callable[[str], str | None]) -> None:
        """`find` gives a fact by what it is about, as `facts` names them, or None."""
        self._find = find
        self.asked: set[str] = set()

    def _fact(self, what: str) -> str | None:
        self.asked.add(what)
        return self._find(what)

    @property
    def language(self) -> str:
        """The interface's."""
        return self._fact(LANGUAGE) or "en"

    def name(self, kind: str, id_: str) -> str | None:
        """The title of a page of a kind."""
        return self._fact(f"{kind}/{id_}")

    def source_of(self, article: str) -> str:
        """The source of an article, empty where none is named."""
        return self._fact(f"{FROM}/{article}") or ""

    def plain(self, markdown: str) -> str:
        """A text's words without Markdown, links of ours by what they are called."""
        return prose.words(markdown, self._name)

    def _name(self, target: str) -> str:
        return next((name for kind in NAMED if (name := self.name(kind, target)) is not None), target)

    def date(self, text: str | None) -> Date:
        """An EDTF text with its words, its first and last day by number, and the years it may mean."""
        if not text:
            return Date()
        when = When.parse(text)
        first, last = when.earliest, when.latest
        is_short = first is not None and last is not None and last.year - first.year < LONGEST_SPAN
        years = range(first.year, last.year + 1) if first and last and is_short else ()
        return Date(
            text,
            when.words(self.language),
            first.ordinal if first else None,
            last.ordinal if last else None,
            tuple(str(year) for year in years),
        )


def facts(page: Page) -> Iterator[tuple[str, str]]:
    """What a page lets entries of others know: its title, where its articles are from, the interface's language."""
    if page.facts.kind in NAMED:
        yield f"{page.facts.kind}/{page.facts.id}", page.title
    if page.facts.kind == "brief":
        yield from ((f"{FROM}/{row['id']}", row["source"]) for row in page.facts.twin["articles"] if "source" in row)
    if page.facts.kind == "search":
        yield LANGUAGE, page.facts.twin["language"]


def facets_of(known: Known, about: Iterable[str] = (), **values: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Values by facet, each once and none empty; `about` holds actors and topics."""
    named = {kind: [id_ for id_ in about if known.name(kind, id_) is not None] for kind in ("actor", "topic")}
    gathered = {kind: [*values.pop(kind, ()), *found] for kind, found in named.items()} | values
    return {facet: tuple(dict.fromkeys(filter(None, found))) for facet, found in gathered.items()}
