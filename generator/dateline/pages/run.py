"""Corpus and relations to every page."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dateline.model.corpus import Corpus
from dateline.model.when import When
from dateline.pages import kinds as kinds_folder
from dateline.pages.foot import with_foot
from dateline.pages.kind import Kind
from dateline.pages.page import Page
from dateline.pages.view import View
from dateline.relate.relations import Relations


class Subject(NamedTuple):
    """What a page is about."""

    kind: str
    name: str
    """As the kind knows it: an id, a year, a letter; empty where there is a single page."""

    @property
    def path(self) -> str:
        """Where its page stands."""
        return kinds()[self.kind].path(self.name)


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of page in the folder, by its file's name."""
    names = sorted(module.name for module in pkgutil.iter_modules(kinds_folder.__path__))
    return {name: importlib.import_module(f"{kinds_folder.__name__}.{name}").KIND for name in names}


def subjects(corpus: Corpus, relations: Relations) -> Iterator[Subject]:
    """What has a page, kind by kind."""
    for name, kind in kinds().items():
        yield from (Subject(name, subject) for subject in kind.subjects(corpus, relations))


def page_of(subject: Subject, corpus: Corpus, relations: Relations, today: When | None) -> Page:
    """The page of a subject."""
    view = View(corpus=corpus, relations=relations, here=subject.path, today=today)
    return with_foot(kinds()[subject.kind].page(view, subject.name), corpus.settings.edit_uri, view.interface)


def title_of(subject: Subject, corpus: Corpus, relations: Relations, today: When | None) -> str:
    """The title of a subject's page; the page is made for it only where that takes less than to ask."""
    title = kinds()[subject.kind].title
    if title is None:
        return page_of(subject, corpus, relations, today).title
    return title(View(corpus=corpus, relations=relations, here=subject.path, today=today), subject.name)


def render(corpus: Corpus, relations: Relations, today: When | None = None) -> Iterator[Page]:
    """The pages of a corpus, kind by kind, each kind in the order of its subjects."""
    return (page_of(subject, corpus, relations, today) for subject in subjects(corpus, relations))
