"""A saved page to an article and a draft brief on a desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import urlsplit

from dateline.desk.intake.draft import draft_brief
from dateline.desk.intake.extract import extract
from dateline.desk.intake.found import Extract
from dateline.desk.intake.front_matter import article_text
from dateline.desk.intake.placement import Placement, PlacementError, placed
from dateline.desk.intake.proposals import Proposals, propose
from dateline.model.corpus import Corpus


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """What became of one file."""

    file: str
    """The file that was read."""
    placement: Placement
    extract: Extract
    proposals: Proposals
    source: str | None
    """The desk's source it was published by, where the address or the name says so."""
    already: bool
    """Whether the very article was there, so that nothing was written."""
    drafted: bool
    """Whether a draft brief was written."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wishes:
    """What the command line asks for."""

    into: str | None = None
    name: str | None = None
    force: bool = False


def bring_in(data: bytes, file: str, briefs: Path, corpus: Corpus, wishes: Wishes) -> Imported:
    """Write the article, and a draft brief where there is none; an existing file is never touched without force.

    Raises IntakeError when the file cannot be read, PlacementError when it cannot stand there, OSError when it cannot
    be written.
    """
    found = extract(data, file)
    source = _source(found, corpus)
    text = article_text(found, source)
    place = _placement(found, file, briefs, corpus, wishes)
    already = not wishes.force and _is_there(place, text)
    if place.article.exists() and not already and not wishes.force:
        raise PlacementError(
            f"{place.article} is there and is another article; give this one a name with --name, or use --force"
        )
    proposals = propose(found, corpus)
    drafted = not already and (wishes.force or not place.brief.exists()) and not _keeps_brief(place, wishes)
    if not already:
        title = found.title or place.folder.name
        _write(
            {place.article: text}
            | ({place.brief: draft_brief(title, place.name, proposals, PurePath(file).name)} if drafted else {})
        )
    return Imported(
        file=file, placement=place, extract=found, proposals=proposals, source=source, already=already, drafted=drafted
    )


def _placement(found: Extract, file: str, briefs: Path, corpus: Corpus, wishes: Wishes) -> Placement:
    """Where the very article already stands, when no place was named; otherwise its own new place."""
    if wishes.into is None:
        same = (ref for ref, article in corpus.articles.items() if article.body.strip() == found.body.strip())
        for ref in same:
            article = corpus.articles[ref]
            return Placement(folder=briefs / corpus.briefs[article.brief].year / article.brief, name=article.name)
    return placed(found, file, briefs, corpus, wishes.into, wishes.name)


def _is_there(place: Placement, text: str) -> bool:
    """Whether the file holds this very text, whatever an editor did to its front matter since."""
    if not place.article.is_file():
        return False
    return _body(place.article.read_text("utf-8")) == _body(text)


def _body(text: str) -> str:
    return text.split("\n---\n", 1)[-1].strip()


def _keeps_brief(place: Placement, wishes: Wishes) -> bool:
    """A further article never rewrites the brief it joins, not even by force."""
    return place.brief.exists() and wishes.name is not None


def _write(files: Mapping[Path, str]) -> None:
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.new")
        beside.write_text(text, "utf-8")
        beside.replace(path)


def _source(found: Extract, corpus: Corpus) -> str | None:
    """The one source with the article's host or publisher's name."""
    host = _host(found.url)
    by_host = [source.id for source in corpus.sources.values() if host and _host(source.url) == host]
    by_name = [source.id for source in corpus.sources.values() if found.site and source.name == found.site]
    for candidates in (by_host, by_name):
        if len(candidates) == 1:
            return candidates[0]
    return None


def _host(address: str | None) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.") if address else ""


def as_row(imported: Imported) -> Mapping[str, Any]:
    """What became of a file, as product.md names its fields."""
    found = imported.extract
    return {
        "file": imported.file,
        "article": imported.placement.article.as_posix(),
        "brief": imported.placement.brief.as_posix(),
        "title": found.title,
        "published": found.published,
        "authors": list(found.authors) or None,
        "language": found.language,
        "source": imported.source,
        "cut": [{"text": cut.text, "why": cut.why} for cut in found.cut],
        "findings": [{"kind": note.kind, "about": note.about, "message": note.text} for note in found.notes],
    }
