"""Corpus and relations to every page."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache

from dateline.model.corpus import Corpus
from dateline.model.when import When
from dateline.pages import kinds as kinds_folder
from dateline.pages.foot import with_foot
from dateline.pages.kind import Kind
from dateline.pages.page import Page
from dateline.pages.sheet import Sheet, sheet_of
from dateline.pages.view import View
from dateline.relate.relations import Relations


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of page in the folder, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(kinds_folder.__path__))
    return tuple(importlib.import_module(f"{kinds_folder.__name__}.{name}").KIND for name in names)


def render(corpus: Corpus, relations: Relations, today: When | None = None) -> Iterator[Page]:
    """The pages of a corpus, kind by kind, each kind in the order of its subjects."""
    for kind in kinds():
        for subject in kind.subjects(corpus, relations):
            view = View(corpus=corpus, relations=relations, here=kind.path(subject), today=today)
            yield with_foot(kind.page(view, subject), corpus.settings.edit_uri)


def sheets(corpus: Corpus, relations: Relations, today: When | None = None) -> Iterator[Sheet]:
    """The same pages with their keys."""
    return map(sheet_of, render(corpus, relations, today))
