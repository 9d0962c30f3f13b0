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
from dateline.relate.cells import changes, digests
from dateline.relate.relations import Relations
from dateline.relate.watch import Notes, watched


def sheets(corpus: Corpus, relations: Relations, today: When | None, shelved: Shelved) -> Iterator[Sheet]:
    """The sheets of a corpus, in the order of its pages.

    What a page reads is noted while it is made, and shelved; a page of which nothing that it read changed since is not
    made again before somebody asks for it.
    """
    changed, cells = changes(shelved.cells, digests(corpus, relations))
    notes = Notes()
    seen = watched(corpus, relations, notes)
    for subject in subjects(corpus, relations):
        entry = shelved.entry(subject.path)
        if entry is not None and entry.subject == subject and entry.stands(changed):
            sheet = Sheet(path=subject.path, key=entry.key, make=partial(page_of, subject, corpus, relations, today))
        else:
            read = notes.begin()
            sheet = sheet_of(page_of(subject, *seen, today))
            entry = Entry.of(sheet.key, subject, read)
        shelved.keep(subject.path, entry)
        yield sheet
    shelved.close(cells)


def same_sheets(shelved: Shelved, make: Callable[[Subject], Page]) -> Iterator[Sheet] | None:
    """The sheets of the last build, where its files are the very ones that are there now; else None."""
    same = shelved.same()
    if same is None:
        return None
    return (Sheet(path=path, key=entry.key, make=partial(make, entry.subject)) for path, entry in same)
