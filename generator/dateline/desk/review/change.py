"""What a change is: one key of one thing, before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dateline.desk.review.certainty import Shift
from dateline.relate.quoting.difference import Piece

Row = Mapping[str, Any]
Sort = Literal[
    "renamed", "reworded", "figure", "date", "sources", "grade", "attribution", "state", "links", "corrections",
    "allowance", "text", "other",
]  # fmt: skip
"""What a change is about, in an editor's terms."""
SORTS: Mapping[str, Sort] = {
    "says": "reworded", "title": "reworded", "summary": "reworded", "body": "reworded", "what": "reworded",
    "description": "reworded", "scope": "reworded", "name": "reworded", "asks": "reworded",
    "value": "figure",
    "said": "date", "when": "date", "published": "date", "updated": "date", "accessed": "date", "active": "date",
    "review_by": "date", "status_on": "date",
    "evidence": "sources", "source": "sources", "agency": "sources", "origin": "sources", "translation_of": "sources",
    "status": "grade", "credibility": "grade", "likelihood": "grade", "confidence": "grade", "reliability": "grade",
    "by": "attribution", "authors": "attribution", "who": "attribution",
    "state": "state",
    "links": "links", "claims": "links", "related": "links", "supersedes": "links", "answers": "links",
    "corrections": "corrections", "allow": "allowance",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One key of a thing that is not what it was."""

    field: str
    """The key as in the file; `id` where the thing was renamed, `text` for the stored text of an article."""
    sort: Sort
    before: Any = None
    """Plain data; None where there was nothing, and for a list, which says what came and went instead."""
    after: Any = None
    difference: tuple[Piece, ...] = ()
    """Word by word, for a wording."""
    shift: Shift | None = None
    """For a date that was one before and after."""
    added: tuple[Any, ...] = ()
    """Entries of a list that came."""
    removed: tuple[Any, ...] = ()
    """Entries of a list that went."""
    changed: tuple[Entry, ...] = ()
    """Entries of a list that are not what they were."""
    passages: tuple[tuple[Piece, ...], ...] = ()
    """The changed passages of a text, each with a few words around."""
    words: tuple[int, int] | None = None
    """Words taken out of a text, and words put in."""

    @property
    def is_list(self) -> bool:
        """Whether it is told by what came and went."""
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One entry of a list, before and after."""

    before: Any
    after: Any
    changes: tuple[Change, ...]


def as_row(change: Change) -> Row:
    """A change as JSON has it."""
    row: dict[str, Any] = {"field": change.field, "kind": change.sort}
    if change.is_list:
        row |= {"added": list(change.added), "removed": list(change.removed)}
        return row | {"changed": [_entry_row(entry) for entry in change.changed]}
    if change.words:
        passages = [[_piece(piece) for piece in passage] for passage in change.passages]
        return row | {"words": {"removed": change.words[0], "added": change.words[1]}, "passages": passages}
    row |= {"before": change.before, "after": change.after}
    if change.difference:
        row["difference"] = [_piece(piece) for piece in change.difference]
    if change.shift:
        row |= {"certainty": change.shift.certainty, "moved": change.shift.moved}
    return row


def _entry_row(entry: Entry) -> Row:
    return {"before": entry.before, "after": entry.after, "changes": [as_row(change) for change in entry.changes]}


def _piece(piece: Piece) -> list[str]:
    return [str(piece.change), piece.words]
