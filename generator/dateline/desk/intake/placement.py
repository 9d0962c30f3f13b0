"""What was extracted, and a desk, to the folder and name an article gets."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path, PurePath

from slugify import slugify

from dateline.desk.intake.found import Extract
from dateline.model.corpus import Corpus
from dateline.model.record import ID

UNDATED = "undated"
LONGEST_SLUG = 60
INTO = re.compile(r"(?:(?P<year>\d{4}|undated)/)?(?P<slug>[^/]+)")


class PlacementError(Exception):
    """The article cannot stand where it was to stand; the message says why and what to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Placement:
    """Where an article and its brief stand."""

    folder: Path
    """The brief's folder."""
    name: str
    """The article's file without `.md`."""

    @property
    def ref(self) -> str:
        """`slug/name`."""
        return f"{self.folder.name}/{self.name}"

    @property
    def article(self) -> Path:
        """The article's file."""
        return self.folder / f"{self.name}.md"

    @property
    def brief(self) -> Path:
        """The brief's file."""
        return self.folder / "brief.yaml"


def placed(extract: Extract, file: str, briefs: Path, corpus: Corpus, into: str | None, name: str | None) -> Placement:
    """The place that `--into` names, or one made from the article's own date and title.

    Raises PlacementError for a name that cannot be an id, or a slug that another year has.
    """
    if into is None:
        year, slug = _year(extract), _free(_slug(extract.title or PurePath(file).stem), corpus.briefs)
    else:
        year, slug = _named(into, extract, corpus)
    return Placement(folder=briefs / year / slug, name=_name(name))


def _named(into: str, extract: Extract, corpus: Corpus) -> tuple[str, str]:
    match = INTO.fullmatch(into.strip("/"))
    if not match or not ID.fullmatch(match["slug"]):
        raise PlacementError(f"“{into}” is not a place for a brief; write it like 2021/dushanbe-statement")
    there = corpus.briefs.get(match["slug"])
    year = match["year"] or (there.year if there else _year(extract))
    if there and there.year != year:
        raise PlacementError(f"{there.at.file} has the slug “{there.id}”; slugs are unique across years")
    return year, match["slug"]


def _name(name: str | None) -> str:
    if name is None:
        return "article"
    if not ID.fullmatch(name):
        raise PlacementError(f"“{name}” is not a name for an article; use lower-case letters, digits and hyphens")
    return name


def _year(extract: Extract) -> str:
    return extract.published[:4] if extract.published and extract.published[:4].isdigit() else UNDATED


def _slug(words: str) -> str:
    return slugify(words, max_length=LONGEST_SLUG, word_boundary=True) or "article"


def _free(slug: str, taken: Container[str]) -> str:
    """The slug, with `-2`, `-3`… when it is taken."""
    number = 1
    while (candidate := slug if number == 1 else f"{slug}-{number}") in taken:
        number += 1
    return candidate
