"""One entry under dates: to an event: what happened when."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from dateline.findings import At
from dateline.model.record import Date, Id, Ids, Markdown, Number, Record, Text, Texts, as_entry, listed
from dateline.model.zones import zone_named, zone_of_city

EventStatus = Literal["planned", "reported", "confirmed", "disputed", "did-not-happen"]


class Participant(Record):
    """An actor in an event."""

    actor: Id
    """Who."""
    role: Text | None = None
    """As what."""


def _zone(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        zone_named(value)
    except ValueError as wrong:
        raise PydanticCustomError(
            "zone", "is no zone; {problem}", {"problem": f"{wrong}".partition("; ")[2]}
        ) from wrong
    return value


Zone = Annotated[str, BeforeValidator(_zone), WithJsonSchema({"type": "string", "examples": ["Asia/Kabul", "+04:30"]})]


class Clock(Record):
    """A place whose day and time are printed beside the written ones."""

    name: Text
    """The place's name; its zone goes without saying where one is called after it, as for Kabul."""
    zone: Zone | None = None
    """How its clocks go: `Asia/Kabul`, or an offset from UTC such as `+04:30`."""

    @model_validator(mode="after")
    def _known(self) -> Clock:
        if self.zone is None and zone_of_city(self.name) is None:
            message = "has “{name}”, which is no city with a zone of its name; add “zone:”, such as zone: Asia/Kabul"
            raise PydanticCustomError("clock", message, {"name": self.name})
        return self


def _degrees(most: int, kind: str) -> Any:
    """A number of degrees from minus `most` to `most`."""

    def within(value: float) -> float:
        if not -most <= value <= most:
            message = f"is no {kind}; write degrees from -{most} to {most}"
            raise PydanticCustomError("degrees", "{message}", {"message": message})
        return value

    return AfterValidator(within), WithJsonSchema({"type": "number", "minimum": -most, "maximum": most})


class Location(Record):
    """Where something happened."""

    name: Text
    """The place's name."""
    zone: Zone | None = None
    """How its clocks go, where a time is written by other ones: `Asia/Kabul`, `+04:30`."""
    lat: Annotated[Number, *_degrees(90, "latitude")] | None = None
    """Latitude in degrees north (WGS 84)."""
    lon: Annotated[Number, *_degrees(180, "longitude")] | None = None
    """Longitude in degrees east (WGS 84)."""
    precision: Text | None = None
    """How exact the position is: `building`, `city`, `region`…"""

    @model_validator(mode="after")
    def _whole(self) -> Location:
        if (self.lat is None) != (self.lon is None):
            there, missing = ("lat", "lon") if self.lon is None else ("lon", "lat")
            message = f"has “{there}:” alone, which is no place; add “{missing}:” or delete it"
            raise PydanticCustomError("position", "{message}", {"message": message})
        return self


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
    clocks: Annotated[tuple[Annotated[Clock, as_entry("name")], ...], BeforeValidator(listed)] = ()
    """Places whose day and time are shown too; names of cities with a zone, or mappings with one."""
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
