"""sources/<id>.yaml to a source: a publisher of articles."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from dateline.findings import At
from dateline.model.record import Address, Date, Id, Ids, Record, Text, Texts, listed

SourceKind = Literal[
    "wire", "newspaper", "broadcaster", "online", "government", "court", "igo", "ngo",
    "think-tank", "company", "academic", "social", "aggregator", "other",
]  # fmt: skip


class Grade(Record):
    """A reliability grade and since when it holds."""

    grade: Literal["A", "B", "C", "D", "E", "F"]
    """Admiralty scale, the source: A completely reliable … E unreliable, F cannot be judged."""
    from_: Date | None = Field(default=None, alias="from")
    """Since when; without it, from the beginning."""
    basis: Text | None = None
    """What the grade rests on."""
    by: Text | None = None
    """Who gave it."""


class Source(Record):
    """A publisher."""

    id: Id = Field(alias="@id")
    """From the file's name."""
    at: At = Field(alias="@at")
    """The file."""
    name: Text
    """The name shown on pages."""
    kind: SourceKind = "other"
    """What sort of publisher it is."""
    owner: Text | None = None
    """Who owns it; two sources of one owner count as one origin."""
    country: Text | None = None
    """Its country."""
    languages: Texts = ()
    """Languages it publishes in (BCP 47)."""
    url: Address | None = None
    """Its web address."""
    state_affiliation: Text | None = None
    """The state it belongs or answers to."""
    reliability: Annotated[tuple[Grade, ...], BeforeValidator(listed)] = ()
    """Grades over time; the one that held on an article's date is used; none means not assessed."""
    formerly: Ids = ()
    """Ids this source had before; their addresses redirect here."""
