"""What became of imported files to the lines an editor reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.desk.intake.bring_in import Imported
from dateline.desk.intake.found import Extract, Note

SIGNS = {
    "missing": "NOT FOUND",
    "conflict": "CONFLICT",
    "unresolved": "UNRESOLVED",
    "warning": "note",
    "copy": "SAME ORIGIN",
}
LONGEST = 100


def account(imported: Imported) -> Iterator[str]:
    """The lines about one file: where it went, what was found and how, what was not, what was cut."""
    place = imported.placement
    if imported.already:
        yield f"{imported.file}: already there as {place.article}; nothing was written"
        return
    yield f"{imported.file}: {place.article}"
    for path in imported.written:
        if path != place.article:
            yield f"  {_what(path, imported)}: {path}"
    for note in imported.extract.notes:
        yield f"  {_note(note, imported.extract)}"
    for acronym in imported.extract.acronyms:
        yield f"  acronym: {acronym.short} = {acronym.long}"
    yield from _desk(imported)
    for cut in imported.extract.cut:
        yield f"  cut ({cut.why}): {_short(cut.text)}"


def _note(note: Note, found: Extract) -> str:
    if note.kind != "found":
        return f"{SIGNS[note.kind]}: {note.text}"
    value = getattr(found, note.about, "")
    shown = ", ".join(value) if isinstance(value, tuple) else value
    return f"{note.about}: {shown} ({note.text})" if shown else f"{note.about}: {note.text}"


def _desk(imported: Imported) -> Iterator[str]:
    proposals = imported.proposals
    if proposals.actors:
        yield f"  actors of this desk: {', '.join(proposals.actors)}"
    if proposals.unknown:
        yield f"  names this desk does not know: {', '.join(proposals.unknown)}"
    if imported.drafted and proposals.claims:
        yield f"  proposed claims: {len(proposals.claims)}, each with a quote that stands in the article"


def _what(path: Path, imported: Imported) -> str:
    if path == imported.placement.brief:
        return "a draft brief"
    if path.parent.name == "sources":
        return "a draft source"
    return "the original" if ".original." in path.name else "a picture"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
