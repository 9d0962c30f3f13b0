"""An extract and a desk to the article's publisher: a source that is there, or the draft of a new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from slugify import slugify

from dateline.desk.intake.found import Extract, Note, NoteKind
from dateline.desk.intake.scalars import scalar

if TYPE_CHECKING:
    from dateline.model.corpus import Corpus
    from dateline.model.source import Source

LONGEST_ID = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Publisher:
    """Who published an article."""

    id: str | None = None
    """The source's id; None where the article does not say who published it, or several sources answer to that."""
    draft: str | None = None
    """The text of its new file, where the desk has no such source."""
    notes: tuple[Note, ...] = ()
    """How it was found, or why not."""


def publisher(found: Extract, corpus: Corpus) -> Publisher:
    """The one source with the article's host or the publisher's name, else a draft made of them."""
    host = _host(found.url)
    by_host = [source for source in corpus.sources.values() if host and _host(source.url) == host]
    by_name = [source for source in corpus.sources.values() if found.site and _answers_to(source, found.site)]
    for candidates, how in ((by_host, f"by its address, {host}"), (by_name, f"by its name, “{found.site}”")):
        if len(candidates) == 1:
            return Publisher(id=candidates[0].id, notes=(_note("found", f"{candidates[0].id} ({how})"),))
    if by_host or by_name:
        several = ", ".join(dict.fromkeys(source.id for source in (*by_host, *by_name)))
        return Publisher(notes=(_note("conflict", f"several sources answer to it: {several}; set “source:” yourself"),))
    name = found.site or host
    if not name:
        return Publisher(notes=(_note("missing", "no publisher found"),))
    return _new(name, found, corpus)


def _new(name: str, found: Extract, corpus: Corpus) -> Publisher:
    wanted = slugify(name, max_length=LONGEST_ID, word_boundary=True) or "source"
    id_, number = wanted, 1
    while id_ in corpus.sources:
        number += 1
        id_ = f"{wanted}-{number}"
    note = _note("found", f"{id_}, which is new to this desk; say in its file what it is")
    return Publisher(id=id_, draft="\n".join([*_lines(name, found), ""]), notes=(note,))


def _lines(name: str, found: Extract) -> Iterator[str]:
    yield "# A draft made by an import. Say what this source is before you rely on it."
    yield f"name: {scalar(name)}"
    yield "kind: other            # wire, newspaper, broadcaster, online, government, ngo, academic, social…"
    yield "# owner: Sources of one owner count as one origin."
    if found.language:
        yield f"languages: [{scalar(found.language)}]"
    if host := _host(found.url):
        yield f"url: {scalar(f'https://{host}/')}"
    yield "# reliability:         # Admiralty scale, A to F; without a grade the source is shown as not assessed"
    yield "#   - {grade: C, from: 2021-01-01, basis: why, by: who}"


def _answers_to(source: Source, name: str) -> bool:
    return source.name.casefold() == name.casefold()


def _host(address: str | None) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.") if address else ""
    except ValueError:  # brackets that hold no IPv6 address
        return ""


def _note(kind: NoteKind, text: str) -> Note:
    return Note(kind=kind, about="source", text=text)
