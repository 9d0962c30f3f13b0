"""What a page is: Markdown at a path, with the facts that exports and search need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from dateline.model.words.catalogue import ENGLISH

Row = Mapping[str, Any]


class Card(NamedTuple):
    """What a reader sees of a thing before following a link to it; plain text."""

    key: str
    """Its address without the last stroke: `actors/<id>`, `briefs/<slug>`, `briefs/<slug>#claim-<id>`."""
    kind: str
    name: str
    text: str
    """One or two sentences."""
    state: str
    """Status, support, or how much there is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What a page says, as plain data."""

    kind: str
    """The kind of page: `brief`, `actor`…"""
    twin: Row
    """The page as JSON; every generated page has one at the same address."""
    id: str = ""
    """The id of what it is about."""
    source: str | None = None
    """The file it is made from, relative to the desk."""
    line: int = 1
    """Where in that file; the first line where the file is about nothing else."""
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    """What the page adds to each list under `data/`."""
    cards: tuple[Card, ...] = ()
    """Previews of what the page is about."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Plain text that the page prints and no row has, by the id of what it belongs to: a brief, an article."""
    formerly: tuple[str, ...] = ()
    """Paths this page had before; each leads here."""
    ledger: tuple[Row, ...] = ()
    """What was corrected in it, as `data/corrections.json` has it, newest first."""
    language: str = ENGLISH
    """The interface's."""
    listed: bool = False
    """Whether a navigation made by itself shows the page: sections are, single things are not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page of the site."""

    path: str
    """Where its Markdown stands, such as `briefs/dushanbe-statement/index.md`."""
    title: str
    """Plain text."""
    markdown: str
    """The page; escaped, so that it is safe under any publisher."""
    facts: Facts


def without_empty(row: Mapping[str, Any], always: Iterable[str] = ()) -> dict[str, Any]:
    """A row without what is None, empty text or an empty list, but for the computed keys, which are always there."""
    kept = frozenset(always)
    return {key: value for key, value in row.items() if key in kept or value not in (None, "", (), [], {})}
