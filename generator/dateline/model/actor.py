"""actors/<id>.yaml to an actor: a person, body, place or group that does or says things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from dateline.findings import At
from dateline.model.record import Date, Id, Ids, Markdown, Record, Text, Texts, as_entry, listed

ActorKind = Literal[
    "person", "organisation", "state", "public-body", "armed-group", "company",
    "party", "media", "population", "place", "other",
]  # fmt: skip
MOST_NAMES = 10_000
"""Of one actor; each is looked for in every text."""


def _not_too_many(names: Any) -> Any:
    if isinstance(names, list | tuple) and len(names) > MOST_NAMES:
        raise PydanticCustomError(
            "too_many",
            "has {count} entries, and no more than {most} are looked for; keep the names that texts use",
            {"count": f"{len(names):,}", "most": f"{MOST_NAMES:,}"},
        )
    return names


class Alias(Record):
    """Another name of an actor."""

    name: Text
    """The name as it is written."""
    language: Text | None = None
    """The language it is written in (BCP 47)."""
    use: Literal["official", "common", "former", "transliteration", "handle"] | None = None
    """How the name is used."""
    from_: Date | None = Field(default=None, alias="from")
    """Since when the name is used."""
    to: Date | None = None
    """Until when it was used."""


class Role(Record):
    """An office or part an actor had for some time."""

    title: Text
    """The office, in words."""
    of: Id | None = None
    """The actor it was held in."""
    when: Date | None = None
    """While it was held (EDTF, often an interval)."""


class Relation(Record):
    """A tie to another actor, declared once and shown from both ends."""

    to: Id
    """The other actor."""
    as_: Text = Field(alias="as")
    """What the tie is, seen from this actor: `member-of`, `led-by`…"""
    inverse: Text | None = None
    """What it is, seen from the other one, where the words are not among those that are known: `tenant-of`."""
    when: Date | None = None
    """While it held."""
    claims: Texts = ()
    """Claims it rests on, as `slug#id`."""


class Actor(Record):
    """Somebody or something that acts, speaks or is spoken about."""

    id: Id = Field(alias="@id")
    """From the file's name."""
    at: At = Field(alias="@at")
    """The file."""
    name: Text
    """The name shown on pages."""
    kind: ActorKind
    """What sort of actor it is."""
    aliases: Annotated[
        tuple[Annotated[Alias, as_entry("name")], ...],
        BeforeValidator(_not_too_many),
        BeforeValidator(listed),
        Field(json_schema_extra={"maxItems": MOST_NAMES}),
    ] = ()
    """Other names, in any script; texts, or mappings that say more."""
    not_: Annotated[Texts, BeforeValidator(_not_too_many)] = Field(default=(), alias="not")
    """Names that look like this actor's and are not."""
    description: Markdown | None = None
    """Who or what it is, in a sentence or two."""
    country: Text | None = None
    """Its country."""
    active: Date | None = None
    """While it existed or was active (EDTF interval)."""
    roles: Annotated[tuple[Role, ...], BeforeValidator(listed)] = ()
    """Offices held, with their time."""
    relations: Annotated[tuple[Relation, ...], BeforeValidator(listed)] = ()
    """Ties to other actors; each shown from both ends."""
    links: Mapping[str, Text] = {}
    """Identifiers elsewhere: `wikidata`, `wikipedia`, `lei`…"""
    sensitivity: Literal["none", "living-private", "minor", "at-risk"] = "none"
    """How careful pages must be with this name."""
    formerly: Ids = ()
    """Ids this actor had before; their addresses redirect here."""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases, each once, the name first."""
        return tuple(dict.fromkeys((self.name, *(alias.name for alias in self.aliases))))
