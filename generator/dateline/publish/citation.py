"""A brief's row to what a citation of it says, whatever the format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from dateline.pages.links import beside
from dateline.pages.page import Page, Row
from dateline.publish.asset import Asset
from dateline.publish.plain_dates import plain_date
from dateline.relate.prose import words


class Citation(NamedTuple):
    """What is cited."""

    id: str
    """The brief's."""
    title: str
    authors: tuple[str, ...]
    """As written, each a name that formats must not take apart."""
    date: str | None
    """A plain year, month or day, ISO 8601."""
    abstract: str
    """Plain text on one line."""


def citations(page: Page, name: str, write: Callable[[Citation], str]) -> Iterator[Asset]:
    """One file beside a brief."""
    for row in page.facts.rows.get("briefs", ()):
        yield Asset(beside(page.path, name), write(citation(row)))


def citation(row: Row) -> Citation:
    """The citation of a brief in `data/briefs.json`."""
    return Citation(
        id=row["id"],
        title=" ".join(row["title"].split()),
        authors=tuple(" ".join(author.split()) for author in row.get("authors", ())),
        date=plain_date(row.get("published", "")),
        abstract=words(row.get("summary", ""), lambda target: target),
    )
