"""What was found in a file to the notes that say how, and what was not found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.desk.intake.found import Extract, Note

if TYPE_CHECKING:
    from dateline.desk.intake.found import NoteKind, Raw
    from dateline.desk.intake.head_lines import Head
    from dateline.desk.intake.place_line import PlaceLine
    from dateline.desk.intake.stated_dates import StatedDate

_EVENING: Final = 1
"""Days by which a place line may differ from the publication: it is written the day before."""


class Publication(NamedTuple):
    """A publication date, and what is to be said about it."""

    edtf: str | None
    notes: tuple[Note, ...]


def publication(raw: Raw, top: Head, line: PlaceLine | None, today: str | None) -> Publication:
    """The date the file states: in its metadata, in a date line, or with its year in the place line."""
    stated = line.date if line else None
    edtf, how = raw.published, None
    if edtf is None and top.published is not None:
        edtf, how = _readable(top.published), "stated in a line at the top of the text"
    if edtf is None and stated is not None and stated.has_year:
        edtf, how = stated.edtf, "stated in the place line"
    notes = [*_unread(edtf, top.published, "the date line"), *_unread(edtf, stated, "the place line")]
    if edtf is None:
        return Publication(None, (_note("missing", "published", "no publication date found"), *notes))
    if how:
        notes.insert(0, _note("found", "published", how))
    if stated is not None and _differ(edtf, stated):
        notes.append(_note("conflict", "published", f"the place line says “{stated.text}”, the file says {edtf}"))
    if today is not None and edtf > today:
        notes.append(_note("warning", "published", f"{edtf} lies ahead of today, {today}"))
    return Publication(edtf, tuple(notes))


def report(found: Extract, raw: Raw, top: Head, line: PlaceLine | None) -> Extract:
    """The same, with a note on how each field was found or that it was not."""
    noted = {note.about for note in found.notes}
    how = {
        "title": "from the first line of the text" if top.title and not raw.title else "from the file's metadata",
        "authors": "from a line below the title" if top.authors and not raw.authors else "from the file's metadata",
        "place": f"from the place line “{line.text}”" if line and not raw.place else "from the file's metadata",
        "agency": "credited in the text" if not raw.agency else "from the file's metadata",
        "language": "as the file says",
        "url": "from a line below the title" if top.url and not raw.url else "from the file's metadata",
    }
    notes = [_how(found, about, words) for about, words in how.items() if about not in noted]
    unresolved = [
        _note("unresolved", "relative_times", f"“{time.text}”: {time.hint}; in “{time.sentence}”")
        for time in found.relative_times
        if time.proposal is None
    ]
    return replace(found, notes=(*found.notes, *notes, *unresolved))


def _how(found: Extract, about: str, words: str) -> Note:
    if getattr(found, about):
        return _note("found", about, words)
    return _note("missing", about, f"no {_NAMES.get(about, about)} found")


_NAMES: Final = {"authors": "author", "url": "address"}


def _readable(stated: StatedDate) -> str | None:
    return stated.edtf if stated.has_year else None


def _unread(edtf: str | None, stated: StatedDate | None, where: str) -> list[Note]:
    if stated is None or stated.has_year or edtf is not None:
        return []
    why = stated.doubt or "which has no year"
    return [_note("unresolved", "published", f"{where} says “{stated.text}”, {why}")]


def _differ(edtf: str, stated: StatedDate) -> bool:
    if stated.edtf is None or len(stated.edtf) != len("2021-09-17") or len(edtf) != len("2021-09-17"):
        return False
    published, said = date.fromisoformat(edtf), date.fromisoformat(stated.edtf.replace("XXXX", edtf[:4]))
    return abs((published - said).days) > _EVENING


def _note(kind: NoteKind, about: str, text: str) -> Note:
    return Note(kind=kind, about=about, text=text)
