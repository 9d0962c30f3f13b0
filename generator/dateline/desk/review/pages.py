"""Two states of a desk to the pages that readers will find otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.build import Desk, pages
from dateline.desk.review.outcome import PageChange
from dateline.desk.review.wording import one_line
from dateline.model.when import When
from dateline.pages.page import Page


def pages_between(before: Desk, after: Desk, today: When | None) -> tuple[PageChange, ...]:
    """Pages that came, went or say something else, by path."""
    old, new = _made(before, today), _made(after, today)
    found = []
    for path in sorted({*old, *new}):
        if path not in old:
            found.append(PageChange(path, new[path].title, "added"))
        elif path not in new:
            found.append(PageChange(path, old[path].title, "removed"))
        elif one_line(old[path].markdown) != one_line(new[path].markdown):
            found.append(PageChange(path, new[path].title, "changed"))
    return tuple(found)


def _made(desk: Desk, today: When | None) -> Mapping[str, Page]:
    return {page.path: page for page in pages(desk, today=today)}
