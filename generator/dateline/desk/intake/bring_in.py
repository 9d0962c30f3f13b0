"""A saved page to an article and a draft brief on a desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from dateline.desk.intake.draft import draft_brief
from dateline.desk.intake.extract import extract
from dateline.desk.intake.family import declaration, family_notes
from dateline.desk.intake.found import Extract, Note
from dateline.desk.intake.front_matter import Head, article_text
from dateline.desk.intake.images import pictured, source_of
from dateline.desk.intake.known import Known
from dateline.desk.intake.originals import original
from dateline.desk.intake.placement import Placement, PlacementError, placed
from dateline.desk.intake.proposals import Proposals, propose
from dateline.desk.intake.publisher import Publisher, publisher
from dateline.relate.kin import kin


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """What became of one file."""

    file: str
    """The file that was read."""
    placement: Placement
    extract: Extract
    proposals: Proposals
    source: str | None
    """The desk's source it was published by, a new one where there was none."""
    already: bool = False
    """Whether the very article was there, so that nothing was written."""
    written: tuple[Path, ...] = ()
    """The files that were written: the article, and what was made with it."""

    @property
    def drafted(self) -> bool:
        """Whether a draft brief was written."""
        return self.placement.brief in self.written


@dataclass(frozen=True, kw_only=True, slots=True)
class Wishes:
    """What the command line asks for."""

    into: str | None = None
    name: str | None = None
    force: bool = False
    keep_original: bool = False
    keep_images: bool = False


def bring_in(data: bytes, file: str, briefs: Path, desk: Known, wishes: Wishes) -> tuple[Imported, Known]:
    """Write the article, and a draft brief where there is none; an existing file is never touched without force.

    Returns what became of it, and the desk as it is then.
    Raises IntakeError when the file cannot be read, PlacementError when it cannot stand there, OSError when it cannot
    be written.
    """
    found = extract(data, file, with_images=wishes.keep_images)
    place = _placement(found, file, briefs, desk, wishes)
    kept: dict[str, bytes] = {}
    if wishes.keep_images:
        found, kept = _pictured(found, file, place.name)
    by = publisher(found, desk.corpus)
    found = replace(found, notes=(*found.notes, *by.notes))
    imported = Imported(file=file, placement=place, extract=found, proposals=propose(found, desk.names), source=by.id)
    if _is_already(place, found, wishes):
        return replace(imported, already=True), desk
    stored = original(data, file, place.name) if wishes.keep_original else None
    if stored:
        kept[stored.file] = stored.data
    imported, texts, now = _composed(imported, Head(source=by.id, original=stored), by, briefs, desk, wishes)
    files = {path: text.encode() for path, text in texts.items()}
    files |= {place.folder / name: content for name, content in kept.items()}
    _write(files)
    return replace(imported, written=tuple(files)), now


def _pictured(found: Extract, file: str, name: str) -> tuple[Extract, dict[str, bytes]]:
    """The extract with its pictures as files, and a note on each that is not at hand."""
    folder = Path(file).parent if Path(file).is_file() else None
    made = pictured(found.body, name, source_of(found.images, folder))
    lost = (f"the picture {address[:80]} is not at hand; its caption stands for it" for address in made.lost)
    notes = (Note(kind="missing", about="images", text=text) for text in lost)
    return replace(found, body=made.body, notes=(*found.notes, *notes)), dict(made.files)


def _composed(
    imported: Imported, head: Head, by: Publisher, briefs: Path, desk: Known, wishes: Wishes
) -> tuple[Imported, Mapping[Path, str], Known]:
    """The texts to be written, with what the desk's other articles say about this one's origin."""
    place, found = imported.placement, imported.extract
    texts = {place.article: article_text(found, head), **dict(_beside(imported, by, briefs, wishes))}
    now = desk.having({_in_desk(path, briefs, desk): text for path, text in texts.items()})
    family = kin(place.ref, now.corpus)
    if family:
        found = replace(found, notes=(*found.notes, *family_notes(family, place.ref)))
        texts[place.article] = article_text(found, replace(head, origin=declaration(family, place.ref)))
    return replace(imported, extract=found), texts, now


def _beside(imported: Imported, by: Publisher, briefs: Path, wishes: Wishes) -> Iterator[tuple[Path, str]]:
    """The files made with an article: a new source, and a draft of a brief.

    A further article never rewrites the brief it joins, not even by force.
    """
    place, title = imported.placement, imported.extract.title
    if by.draft:
        yield briefs / "sources" / f"{by.id}.yaml", by.draft
    if not place.brief.exists() or (wishes.force and wishes.name is None):
        origin = PurePath(imported.file).name
        yield place.brief, draft_brief(title or place.folder.name, place.name, imported.proposals, origin)


def _placement(found: Extract, file: str, briefs: Path, desk: Known, wishes: Wishes) -> Placement:
    """Where the very article already stands, when no place was named; otherwise its own new place."""
    corpus = desk.corpus
    if wishes.into is None:
        same = (ref for ref, article in corpus.articles.items() if article.body.strip() == found.body.strip())
        for ref in same:
            article = corpus.articles[ref]
            return Placement(folder=briefs / corpus.briefs[article.brief].year / article.brief, name=article.name)
    return placed(found, file, briefs, corpus, wishes.into, wishes.name)


def _is_already(place: Placement, found: Extract, wishes: Wishes) -> bool:
    """Whether the file holds this very text, whatever an editor did to its front matter since."""
    if wishes.force or not place.article.exists():
        return False
    if _body(place.article.read_text("utf-8")) == found.body.strip():
        return True
    raise PlacementError(
        f"{place.article} is there and is another article; give this one a name with --name, or use --force"
    )


def _body(text: str) -> str:
    return text.split("\n---\n", 1)[-1].strip()


def _in_desk(path: Path, briefs: Path, desk: Known) -> str:
    return f"{desk.corpus.settings.briefs}/{path.relative_to(briefs).as_posix()}"


def _write(files: Mapping[Path, bytes]) -> None:
    for path, data in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.new")
        beside.write_bytes(data)
        beside.replace(path)


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
