"""All pages to what an entry of one needs from the others: names, articles' sources, dates in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dateline.model.when import When
from dateline.pages.page import Page
from dateline.relate import prose

LONGEST_SPAN = 10
"""Years; a date that may mean more of them is in none of the facet's years."""


class Date(NamedTuple):
    """A date as an entry has it."""

    text: str = ""
    words: str = ""
    earliest: int | None = None
    latest: int | None = None
    years: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What is known beyond one page."""

    language: str
    """The interface's."""
    names: Mapping[str, Mapping[str, str]]
    """Titles by id, by kind of page."""
    source_of: Mapping[str, str]
    """The source of each article, by their ids."""

    def plain(self, markdown: str) -> str:
        """A text's words without Markdown, links of ours by what they are called."""
        return prose.words(markdown, self._name)

    def _name(self, target: str) -> str:
        kinds = ("brief", "actor", "topic", "source")
        return next((self.names[kind][target] for kind in kinds if target in self.names[kind]), target)

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


def known_of(pages: Iterable[Page]) -> Known:
    """What entries may ask of all pages."""
    names: dict[str, dict[str, str]] = {kind: {} for kind in ("brief", "actor", "topic", "source")}
    source_of: dict[str, str] = {}
    language = "en"
    for page in pages:
        if page.facts.kind in names:
            names[page.facts.kind][page.facts.id] = page.title
        if page.facts.kind == "brief":
            source_of |= {row["id"]: row["source"] for row in page.facts.twin["articles"] if "source" in row}
        if page.facts.kind == "search":
            language = page.facts.twin["language"]
    return Known(language=language, names=names, source_of=source_of)


def facets_of(known: Known, about: Iterable[str] = (), **values: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Values by facet, each once and none empty; `about` holds actors and topics."""
    subjects = {kind: [id_ for id_ in about if id_ in known.names[kind]] for kind in ("actor", "topic")}
    gathered = {kind: [*values.pop(kind, ()), *found] for kind, found in subjects.items()} | values
    return {facet: tuple(dict.fromkeys(filter(None, found))) for facet, found in gathered.items()}
