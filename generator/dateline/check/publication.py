"""Articles to the last day on which they can have said something."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model.article import Article
from dateline.model.edtf.day import Day
from dateline.model.when import When


def last_publication(articles: Iterable[Article]) -> Day | None:
    """The last day on which any of the articles can have been published or changed; None when one does not say."""
    days = [_last_day(article) for article in articles]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def is_after(when: When, day: Day) -> bool:
    """Whether a date is certainly after a day, wherever on Earth either of them was written down."""
    if when.earliest is None or when.uncertain or when.approximate:
        return False
    # At any moment two calendar days are in use on Earth, so the next day may still be the same one.
    return when.earliest.ordinal > day.ordinal + 1


def _last_day(article: Article) -> Day | None:
    dates = [date for date in (article.published, article.status_on) if date is not None]
    if article.published is None or any(date.uncertain or date.approximate or date.latest is None for date in dates):
        return None
    return max(date.latest for date in dates if date.latest is not None)


def is_before(one: When, other: When) -> bool:
    """Whether one day of a desk's own book-keeping certainly comes before another."""
    if one.latest is None or other.earliest is None or one.approximate or other.approximate:
        return False
    return one.latest < other.earliest
