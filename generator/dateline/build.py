"""A desk's files to a checked corpus, and from there to pages: the whole story."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from dateline.check.run import check
from dateline.findings import Finding, has_errors
from dateline.model.assemble import assemble
from dateline.model.corpus import Corpus
from dateline.model.discreet import discreet
from dateline.model.published import published
from dateline.model.settings import Settings
from dateline.model.when import When
from dateline.pages.page import Page
from dateline.pages.run import render
from dateline.pages.run import sheets as sheets_of
from dateline.pages.sheet import Sheet
from dateline.read.tree import read_tree
from dateline.relate.relations import Relations, Whole, relate
from dateline.version import __version__

UNDATED = "1980-01-01"
"""The earliest day that every archive format can hold."""
PUBLISHERS = ("mkdocs", "mkdocs-material")
"""Whose version, beside our own, changes the bytes of a site."""


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
    with uncollected():
        tree = read_tree(root, settings.briefs, settings.limits)
        corpus = assemble(tree, settings)
        relations = relate(corpus)
        return Desk(corpus=corpus, relations=relations, findings=check(corpus, relations, today))


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the cyclic garbage collector: records live to the end, and walking them took a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def pages(desk: Desk, *, drafts: bool = False, today: When | None = None) -> Iterator[Page]:
    """The pages of a sound desk, as readers see it."""
    return render(*_shown(desk, drafts=drafts), today)


def sheets(desk: Desk, *, drafts: bool = False, today: When | None = None) -> Iterator[Sheet]:
    """The same pages, each made when it is asked for."""
    return sheets_of(*_shown(desk, drafts=drafts), today)


def _shown(desk: Desk, *, drafts: bool) -> tuple[Corpus, Relations]:
    chosen = desk.corpus if drafts else published(desk.corpus)
    shown = discreet(chosen)
    if shown is not chosen:  # with names taken out, texts are other texts
        return shown, relate(shown)
    return shown, desk.relations if shown is desk.corpus else relate(shown, Whole(desk.corpus, desk.relations))


def content_day(desk: Desk) -> str:
    """The latest day a published brief names as its own, ISO 8601; stands for the day of the build in what dates it."""
    days = [
        str(date.latest)
        for brief in desk.corpus.briefs.values()
        for date in (brief.published, brief.updated)
        if not brief.unpublished and date is not None and date.latest is not None
    ]
    return max(days, default=UNDATED)


def build_record(desk: Desk, *, drafts: bool, today: When | None) -> Mapping[str, Any]:
    """What a build depends on, as `data/build.json` says it: no host, user, path or time."""
    day = content_day(desk)
    return {
        "versions": {"dateline": __version__} | {name: metadata.version(name) for name in PUBLISHERS},
        "content": {"day": None if day == UNDATED else day, "sha256": content_hash(desk)},
        "options": {"drafts": drafts, "today": str(today) if today else None},
        "settings": desk.corpus.settings.model_dump(mode="json"),
    }


def content_hash(desk: Desk) -> str:
    """The SHA-256 of all files read, line ends and byte order marks aside; 64 hexadecimal digits."""
    found = hashlib.sha256()
    for name, document in sorted(desk.corpus.documents.items()):
        found.update(f"{len(name)} {name} {len(document.text)} {document.text}".encode("utf-8", "surrogatepass"))
    return found.hexdigest()
