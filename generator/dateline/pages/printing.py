"""An article's rights to what of its text may be printed: the one place that decides it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dateline.model.article import Article
from dateline.relate.passages import is_printed

WORD = re.compile(r"\S+")


class Stretch(NamedTuple):
    """A part of an article's text, end exclusive."""

    start: int
    end: int


def may_print_quotes(article: Article) -> bool:
    """Whether quoted passages may appear."""
    return article.rights != "link"


def printed(article: Article, quoted: Iterable[Stretch], words: int) -> tuple[Stretch, ...]:
    """The stretches of the stored text that may appear: all, the quoted passages with some words around, or none."""
    if is_printed(article):
        return (Stretch(0, len(article.body)),)
    if not may_print_quotes(article) or not article.body:
        return ()
    return tuple(_merged(_widened(article.body, passage, words) for passage in sorted(quoted)))


def _widened(body: str, passage: Stretch, words: int) -> Stretch:
    before = [match.start() for match in WORD.finditer(body, 0, passage.start)]
    after = (match.end() for match in WORD.finditer(body, passage.end))
    end = passage.end
    for end, _ in zip(after, range(words), strict=False):  # noqa: B007  # the last one is the one wanted
        pass
    return Stretch(before[-words] if words and len(before) >= words else 0 if words else passage.start, end)


def _merged(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    last: Stretch | None = None
    for stretch in stretches:
        if last and stretch.start <= last.end:
            last = Stretch(last.start, max(last.end, stretch.end))
        else:
            if last:
                yield last
            last = stretch
    if last:
        yield last
