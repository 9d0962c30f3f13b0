"""Subjects to their pages, on several processes where that pays: the same pages in the same order as on one."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Any, Final, NamedTuple, TypeVar

from dateline.model.corpus import Corpus
from dateline.model.when import When
from dateline.pages.page import Page
from dateline.pages.run import Subject, page_of
from dateline.read.processors import processors
from dateline.relate.cells import cell_number
from dateline.relate.notes import Notes
from dateline.relate.relations import Relations
from dateline.relate.watch import watched

K = TypeVar("K")
V = TypeVar("V")
FEWEST: Final = 400
"""Pages for which other processes are started; fewer are made in less time than that takes."""
AT_ONCE: Final = 20
"""Pages handed over together."""
AHEAD: Final = 3
"""Hands full for each process, so that none waits and few pages do."""


class Made(NamedTuple):
    """A page, and the numbers of the cells that it read."""

    page: Page
    cells: array[int]


class Workshop:
    """A corpus and its relations, watched while pages are made of them."""

    def __init__(self, corpus: Corpus, relations: Relations, today: When | None) -> None:
        self._notes = Notes()
        self._seen = watched(corpus, relations, self._notes)
        self._today = today

    def make(self, subject: Subject) -> Made:
        """One page."""
        read = self._notes.begin()
        page = page_of(subject, *self._seen, self._today)
        return Made(page, array("Q", sorted(map(cell_number, read))))


def made(subjects: Sequence[Subject], workshop: Workshop, workers: int | None = None) -> Iterator[Made]:
    """The pages of subjects, in their order; `workers` is how many processes make them, by default as many as pay."""
    return spread(subjects, workshop.make, workers)


def spread(items: Sequence[K], make: Callable[[K], V], workers: int | None = None) -> Iterator[V]:
    """What is made of items, each some work like a page, in their order; made as `made` makes pages."""
    if workers is None:
        workers = processors() if len(items) >= FEWEST else 1
    if workers < 2:  # noqa: PLR2004  # one more than this one
        yield from map(make, items)
        return
    _inherited[:] = [make]
    try:
        with ProcessPoolExecutor(workers, get_context("fork")) as pool:
            yield from _handed_out(items, pool, workers * AHEAD)
    finally:
        _inherited.clear()


_inherited: list[Callable[[Any], Any]] = []
"""What forked processes find in their memory: a corpus is too large to be handed over."""


def _handed_out(items: Sequence[Any], executor: Executor, ahead: int) -> Iterator[Any]:
    waiting: deque[Future[list[Any]]] = deque()
    left = iter(items)
    while some := tuple(islice(left, AT_ONCE)):
        waiting.append(executor.submit(_make_all, some))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _make_all(items: Sequence[Any]) -> list[Any]:
    return [_inherited[0](item) for item in items]
