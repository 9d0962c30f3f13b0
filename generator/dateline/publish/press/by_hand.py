"""A site's files to the pages among them that somebody wrote by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.publish.search.sections import Written

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files


def by_hand(files: Files) -> Iterator[File]:
    """The Markdown files that dateline did not make."""
    return (file for file in files.documentation_pages() if file.generated_by != "dateline")


def written(files: Files) -> Iterator[Written]:
    """Hand-written pages, once they have been read, but for those that ask search engines of MkDocs to leave them."""
    for file in by_hand(files):
        if (page := file.page) and page.content and not (page.meta.get("search") or {}).get("exclude"):
            yield Written(str(page.title), file.dest_uri, page.content)
