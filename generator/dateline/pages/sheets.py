"""Corpus, relations and the memory of earlier builds to a sheet for every page; only what changed is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from dateline.model.corpus import Corpus
from dateline.model.when import When
from dateline.pages.page import Page
from dateline.pages.run import Subject, page_of, subjects
from dateline.pages.sheet import Sheet, sheet_of
from dateline.pages.shelved import Entry, Shelved
from dateline.pages.together import Workshop, made
from dateline.relate.cells import changes
from dateline.relate.relations import Relations


def sheets(corpus: Corpus, relations: Relations, today: When | None, shelved: Shelved) -> Iterator[Sheet]:
    """The sheets of a corpus, in the order of its pages.

    What a page reads is noted while it is made, and shelved; a page of which nothing that it read changed since is not
    made again before somebody asks for it.
    """
    changed, cells = changes(shelved.cells, corpus, relations)
    known = {subject: shelved.standing(subject, changed) for subject in subjects(corpus, relations)}
    anew = made([subject for subject, entry in known.items() if entry is None], Workshop(corpus, relations, today))
    for subject, standing in known.items():
        if standing is None:
            page, read = next(anew)
            sheet = sheet_of(page)
            entry = Entry(sheet.key, subject, read)
        else:
            entry, make = standing, partial(page_of, subject, corpus, relations, today)
            sheet = Sheet(path=subject.path, key=entry.key, make=make)
        shelved.keep(subject.path, entry)
        yield sheet
    shelved.close(cells)


def same_sheets(shelved: Shelved, make: Callable[[Subject], Page]) -> Iterator[Sheet] | None:
    """The sheets of the last build, where its files are the very ones that are there now; else None."""
    same = shelved.same()
    if same is None:
        return None
    return (Sheet(path=path, key=entry.key, make=partial(make, entry.subject)) for path, entry in same)
