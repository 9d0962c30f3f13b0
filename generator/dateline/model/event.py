"""One entry under dates: to an event: what happened when."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from dateline.findings import At
from dateline.model.record import Date, Id, Ids, Markdown, Number, Record, Text, Texts, as_entry, listed

EventStatus = Literal["planned", "reported", "confirmed", "disputed", "did-not-happen"]


class Participant(Record):
    """An actor in an event."""

    actor: Id
    """Who."""
    role: Text | None = None
    """As what."""


class Location(Record):
    """Where something happened."""

    name: Text
    """The place's name."""
    lat: Number | None = None
    """Latitude in degrees north (WGS 84)."""
    lon: Number | None = None
    """Longitude in degrees east (WGS 84)."""
    precision: Text | None = None
    """How exact the position is: `building`, `city`, `region`…"""


class Event(Record):
    """What happened when."""

    id: Id
    """Its id in the file; `d1`, `d2`… by place where none is given."""
    brief: Id = Field(alias="@brief")
    """The brief it stands in."""
    at: At = Field(alias="@at")
    """The entry."""
    when: Date
    """The time (EDTF)."""
    what: Markdown
    """What happened, one sentence."""
    who: Annotated[tuple[Annotated[Participant, as_entry("actor")], ...], BeforeValidator(listed)] = ()
    """Who took part; ids, or mappings with a role."""
    where: Annotated[Location, as_entry("name")] | None = None
    """Where; a name, or a mapping with a position."""
    claims: Texts = ()
    """Claims the date rests on; within the brief by their id alone."""
    status: EventStatus = "reported"
    """How sure it is that it happened."""
    until_known: Text | None = None
    """Why the date is uncertain."""
    formerly: Ids = ()
    """Ids this date had before; links to them still land on it."""

    @property
    def ref(self) -> str:
        """`slug#id`: its id everywhere outside its brief."""
        return f"{self.brief}#{self.id}"
