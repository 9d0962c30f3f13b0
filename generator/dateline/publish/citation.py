"""A brief's row to what a citation of it says, and citations to an export, whatever the format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dateline.pages.links import beside
from dateline.pages.page import Page, Row
from dateline.publish.asset import Asset
from dateline.publish.export import Export, Part, Piece, made
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


def citing(
    format_: str, name: str, write: Callable[[Citation], str], whole: Callable[[Sequence[str]], str] = "".join
) -> Export:
    """A format of citations: a file beside each brief, and one of all briefs under `data/`, as `whole` joins them."""

    def besides(page: Page) -> Iterator[Asset]:
        yield from (Asset(beside(page.path, name), whole([part.text])) for part in parts(page))

    def parts(page: Page) -> Iterator[Part]:
        for row in page.facts.rows.get("briefs", ()):
            yield Part(format_, row["id"], write(citation(row)))

    def wholes(found: Sequence[Part]) -> Iterator[Piece]:
        yield made(desk_file(name), whole([part.text for part in sorted(found, key=lambda part: part.key)]))

    return Export(name=format_, beside=besides, parts=parts, wholes={format_: wholes})


def desk_file(name: str) -> str:
    """Where the citations of all briefs stand, by the name of a file with that of one: `data/citations.bib`."""
    return f"data/citations.{name.partition('.')[2]}"


def citation(row: Row) -> Citation:
    """The citation of a brief in `data/briefs.json`."""
    return Citation(
        id=row["id"],
        title=" ".join(row["title"].split()),
        authors=tuple(" ".join(author.split()) for author in row.get("authors", ())),
        date=plain_date(row.get("published", "")),
        abstract=words(row.get("summary", ""), lambda target: target),
    )
