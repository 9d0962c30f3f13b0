"""A desk's files to a checked corpus, and from there to pages: the whole story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.check.run import check
from dateline.findings import Finding, has_errors
from dateline.model.assemble import assemble
from dateline.model.corpus import Corpus
from dateline.model.published import published
from dateline.model.settings import Settings
from dateline.model.when import When
from dateline.pages.page import Page
from dateline.pages.run import render
from dateline.read.tree import read_tree
from dateline.relate.relations import Relations, relate

UNDATED = "1980-01-01"
"""The earliest day that every archive format can hold."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """A desk, read and checked."""

    corpus: Corpus
    """Everything that is there, drafts included."""
    relations: Relations
    """What it means."""
    findings: tuple[Finding, ...]
    """What is wrong with it, in the order of files."""

    @property
    def sound(self) -> bool:
        """Whether nothing stops a build."""
        return not has_errors(self.findings)


def examine(root: Path, settings: Settings, today: When | None = None) -> Desk:
    """Read, model, relate and check the desk below `root`."""
    tree = read_tree(root, settings.briefs, settings.limits)
    corpus = assemble(tree, settings)
    relations = relate(corpus)
    return Desk(corpus=corpus, relations=relations, findings=check(corpus, relations, today))


def pages(desk: Desk, *, drafts: bool = False, today: When | None = None) -> Iterator[Page]:
    """The pages of a sound desk, as readers see it."""
    shown = desk.corpus if drafts else published(desk.corpus)
    relations = desk.relations if shown is desk.corpus else relate(shown)
    return render(shown, relations, today)


def content_day(desk: Desk) -> str:
    """The latest day a published brief names as its own, ISO 8601; stands for the day of the build in what dates it."""
    days = [
        str(date.latest)
        for brief in desk.corpus.briefs.values()
        for date in (brief.published, brief.updated)
        if not brief.unpublished and date is not None and date.latest is not None
    ]
    return max(days, default=UNDATED)
