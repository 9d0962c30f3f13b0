"""An extract to the text of `article.md`: front matter and body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.desk.intake.scalars import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.desk.intake.found import Extract


def article_text(found: Extract, source: str | None = None) -> str:
    """The file's text; what was not found has no key. `source` is the id of the publisher's file, when it is known."""
    return "\n".join(["---", *_lines(found, source), "---", found.body, ""])


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
