"""brief.yaml to a brief: one matter, with its dates and claims."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from dateline.findings import At
from dateline.model.claim import Claim, Correction
from dateline.model.event import Event
from dateline.model.record import Date, Id, Ids, Markdown, Record, Text, Texts, as_entry, listed

BriefState = Literal["draft", "in-review", "published", "superseded", "withdrawn"]
UNPUBLISHED = frozenset({"draft", "in-review"})


class Involved(Record):
    """An actor in a brief."""

    actor: Id
    """Who."""
    role: Text | None = None
    """As what."""
    note: Text | None = None
    """What else to know."""


class Related(Record):
    """Another brief to read."""

    brief: Id
    """Which."""
    why: Text | None = None
    """Why."""


class Brief(Record):
    """One matter: a bottom line, and what it rests on."""

    id: Id = Field(alias="@id")
    """The folder's name."""
    year: Text = Field(alias="@year")
    """The folder's year; not part of any address."""
    at: At = Field(alias="@at")
    """The file."""
    title: Text
    """The headline."""
    summary: Markdown | None = None
    """The bottom line, two or three sentences."""
    published: Date | None = None
    """When the brief was published."""
    updated: Date | None = None
    """When it was last changed in substance."""
    state: BriefState = "published"
    """Drafts appear only with `--drafts`; a withdrawn brief keeps its address and says why."""
    topics: Ids = ()
    """Topics it stands under."""
    actors: Annotated[tuple[Annotated[Involved, as_entry("actor")], ...], BeforeValidator(listed)] = ()
    """Who is involved; ids, or mappings with a role and a note."""
    dates: Annotated[tuple[Event, ...], BeforeValidator(listed)] = ()
    """What happened when."""
    claims: Annotated[tuple[Claim, ...], BeforeValidator(listed)] = ()
    """What is said to be so."""
    related: Annotated[tuple[Annotated[Related, as_entry("brief")], ...], BeforeValidator(listed)] = ()
    """Briefs to read beside it, added to what is found by itself."""
    supersedes: Ids = ()
    """Briefs this one takes the place of."""
    authors: Texts = ()
    """Who wrote it."""
    reviewers: Texts = ()
    """Who read it before it was published."""
    review_by: Date | None = None
    """After this day the brief is listed as stale."""
    corrections: Annotated[tuple[Correction, ...], BeforeValidator(listed)] = ()
    """The ledger."""
    body: Markdown | None = None
    """The brief's own prose; `[[id]]` and `[[slug#claim]]` link."""
    formerly: Ids = ()
    """Ids this brief had before; their addresses redirect here."""

    @property
    def unpublished(self) -> bool:
        """Whether it is shown only with `--drafts`."""
        return self.state in UNPUBLISHED
