"""Two states of a desk to the pages that readers will find otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.build import Desk
from dateline.desk.review.lines import Lines
from dateline.desk.review.outcome import PageChange
from dateline.desk.review.reach import Reach
from dateline.desk.review.ties import Shown
from dateline.desk.review.wording import one_line
from dateline.model.when import When
from dateline.pages.page import Page
from dateline.pages.run import Subject, page_of, subjects, title_of
from dateline.pages.together import spread


def pages_between(before: Desk, after: Desk, today: When | None) -> tuple[PageChange, ...]:
    """Pages that came, went or say something else, by path; only those are made that the change can have reached."""
    old, new = Shown(*before.shown(drafts=False)), Shown(*after.shown(drafts=False))
    if before.corpus == after.corpus:
        return ()
    return pages_shown(old, new, today, Reach(old, new))


def pages_shown(old: Shown, new: Shown, today: When | None, reach: Reach | None = None) -> tuple[PageChange, ...]:
    """The same of what readers see; without a reach every page is made and compared."""
    one, other = _subjects(old, reach), _subjects(new, reach)
    lines = Lines(old, new, reach.told) if reach else None

    def compared(path: str) -> PageChange | None:
        if lines and path in one and path in other and lines.differ(other[path]):
            return PageChange(path, title_of(other[path], *new, today), "changed")
        before = page_of(one[path], *old, today) if path in one else None
        after = page_of(other[path], *new, today) if path in other else None
        change = _change(before, after)
        return PageChange(path, (after or before or _nobody()).title, change) if change else None

    return tuple(found for found in spread(sorted({*one, *other}), compared) if found)


def _subjects(state: Shown, reach: Reach | None) -> Mapping[str, Subject]:
    return {subject.path: subject for subject in subjects(*state) if reach is None or reach.can_differ(subject)}


def _change(before: Page | None, after: Page | None) -> str:
    if before is None or after is None:
        return "added" if before is None else "removed"
    return "changed" if one_line(before.markdown) != one_line(after.markdown) else ""


def _nobody() -> Page:
    raise AssertionError("a path stands in one of the states")
