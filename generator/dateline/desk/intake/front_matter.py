"""An extract to the text of `article.md`: front matter and body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.desk.intake.scalars import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.desk.intake.found import Extract
    from dateline.desk.intake.originals import Original


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """What an article's front matter says beyond what was found in the article itself."""

    source: str | None = None
    """The id of the publisher's file."""
    original: Original | None = None
    """The copy that is kept beside it."""
    origin: str | None = None
    """A declaration for an editor to decide on; written as a comment."""


def article_text(found: Extract, head: Head) -> str:
    """The file's text; what was not found has no key."""
    return "\n".join(["---", *_lines(found, head.source), *_kept(head), "---", found.body, ""])


def _kept(head: Head) -> Iterator[str]:
    if head.original:
        yield f"original: {{file: {scalar(head.original.file)}, sha256: {head.original.sha256}}}"
    if head.origin:
        yield f"# {head.origin}"


def _lines(found: Extract, source: str | None) -> Iterator[str]:
    values = {
        "title": found.title,
        "source": source,
        "authors": found.authors,
        "url": found.url,
        "published": found.published,
        "language": found.language,
        "place": found.place,
        "agency": found.agency,
        "archived": found.archived,
    }
    for key, value in values.items():
        if isinstance(value, str) and value:
            yield f"{key}: {scalar(value)}"
        elif isinstance(value, tuple) and value:
            yield f"{key}:"
            yield from (f"  - {scalar(each)}" for each in value)
