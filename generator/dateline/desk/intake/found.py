"""What was found in one file, and how, to records that an editor can check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

NoteKind = Literal["found", "missing", "conflict", "unresolved", "warning", "copy"]


class IntakeError(Exception):
    """A file that cannot be read as an article; its text says why, for a person."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cut:
    """Something that was taken out of the text."""

    text: str
    """As it stood there."""
    why: str
    """What it was taken for, such as "comment form"."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """How one thing was found, or why it was not."""

    kind: NoteKind
    about: str
    """The field of the extract it is about, or "file" for the file as a whole."""
    text: str
    """One line for the report."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Acronym:
    """A short form and what the text says it stands for."""

    short: str
    long: str
    how: str
    """The words that say so, as they stand in the text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Quotation:
    """Words between quotation marks."""

    text: str
    """Without its outermost marks."""
    start: int
    """Offset in the body of the first character behind the opening mark."""
    end: int
    """Offset in the body of the closing mark."""
    speaker: str | None
    """The name before or after it that goes with a verb of saying: a hint, never more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundTime:
    """A time named in the text."""

    text: str
    """As it stands in the body, such as "17 September" or "last month"."""
    start: int
    """Offset in the body."""
    sentence: str
    """The sentence it stands in."""
    proposal: str | None
    """EDTF, to be confirmed by an editor; None where the article's date is not known well enough."""
    hint: str
    """How the proposal was made, or what it takes to make one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Raw:
    """What a reader of one kind of file hands on, before the text itself is looked at."""

    blocks: tuple[tuple[str, ...], ...]
    """The text: lines by block, where blank lines were between blocks."""
    is_markdown: bool = False
    """Whether the lines of a block belong together; otherwise each is a paragraph."""
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """EDTF."""
    language: str | None = None
    """BCP 47."""
    place: str | None = None
    agency: str | None = None
    url: str | None = None
    archived: str | None = None
    site: str | None = None
    cut: tuple[Cut, ...] = ()
    notes: tuple[Note, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures that the file itself holds, by the address its text has for them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Extract:
    """An article as it was found in a file."""

    title: str | None
    authors: tuple[str, ...]
    published: str | None
    """EDTF, as precise as the file said; never the file's own date."""
    language: str | None
    """BCP 47."""
    place: str | None
    """The place of its place line, as printed."""
    agency: str | None
    """The agency credited, as printed."""
    url: str | None
    archived: str | None
    """The address of an archived copy, when that is what was saved."""
    site: str | None
    """The publisher's name as found."""
    body: str
    """Markdown: paragraphs separated by blank lines, one paragraph a line."""
    cut: tuple[Cut, ...]
    """In the order of the text."""
    notes: tuple[Note, ...]
    acronyms: tuple[Acronym, ...]
    quotations: tuple[Quotation, ...]
    """In the order of the body, the outermost only."""
    relative_times: tuple[FoundTime, ...] = ()
    """Words whose meaning depends on the day they were written, in the order of the body."""
    stated_times: tuple[FoundTime, ...] = ()
    """Dates that stand in the body, the same one once, in its order."""

    images: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures that the file itself holds, by the address the body has for them."""

    @property
    def times(self) -> tuple[FoundTime, ...]:
        """All times of the body in its order."""
        return tuple(sorted((*self.relative_times, *self.stated_times), key=lambda time: time.start))
