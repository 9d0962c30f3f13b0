"""One entry under claims: to a claim, with the evidence it rests on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from dateline.findings import At
from dateline.model.record import Date, Id, Ids, Number, QuestionId, Record, Text, listed

ClaimKind = Literal["fact", "statement", "figure", "allegation", "denial", "estimate", "forecast", "assumption"]
ClaimStatus = Literal[
    "unassessed", "supported", "corroborated", "disputed", "refuted", "superseded", "retracted", "unverifiable"
]
Bearing = Literal["supports", "contradicts", "qualifies", "context"]
LinkKind = Literal["supports", "contradicts", "qualifies", "updates", "repeats", "rests-on"]


class Correction(Record):
    """One line of the ledger."""

    on: Date
    """The day of the correction."""
    what: Text
    """What is changed."""
    why: Text | None = None
    """Why."""
    kind: Literal["typo", "clarification", "correction", "retraction"] = "correction"
    """How grave it is."""
    by: Text | None = None
    """Who made it."""


class Evidence(Record):
    """One passage that bears on a claim."""

    at: At = Field(alias="@at")
    """The entry."""
    article: Text
    """The article's id, `slug/name`; in the file also its bare name, or nothing when the brief has one article."""
    quote: Text | None = None
    """The passage, verbatim, in the article's language."""
    before: Text | None = None
    """Words just before it, when the quote stands there more than once."""
    after: Text | None = None
    """Words just after it."""
    translation: Text | None = None
    """The passage in the desk's language."""
    as_: Bearing = Field(default="supports", alias="as")
    """How the passage bears on the claim."""
    how: (
        Literal["document", "eyewitness", "participant", "named-official", "anonymous", "second-hand", "analysis"]
        | None
    ) = None
    """How whoever is quoted knows."""
    page: Text | None = None
    """The page, for a document."""
    time: Text | None = None
    """The time, for a recording."""
    note: Text | None = None
    """What a reader must know to read the passage rightly."""


class Value(Record):
    """A number, or a range of numbers, with its unit."""

    number: Number | None = None
    """The number itself."""
    low: Number | None = None
    """The lower end of a range."""
    high: Number | None = None
    """The upper end of a range."""
    unit: Text | None = None
    """What is counted; values of different units are never compared."""
    bound: Literal["exactly", "about", "at-least", "at-most"] = "exactly"
    """How the number is meant."""


class Link(Record):
    """A tie from one claim to another."""

    to: Text
    """The other claim, `slug#id`, or its id alone within the brief."""
    as_: LinkKind = Field(alias="as")
    """What this claim does to the other."""


class Claim(Record):
    """One checkable statement in the desk's own words."""

    id: Id
    """Its id in the file; `c1`, `c2`… where none is given."""
    brief: Id = Field(alias="@brief")
    """The brief it stands in."""
    at: At = Field(alias="@at")
    """The entry."""
    numbered: bool = Field(default=False, alias="@numbered")
    """Whether the id was given by place in the file."""
    says: Text
    """The statement."""
    state: Literal["draft", "published"] = "published"
    """A draft claim is checked, and shown only with `--drafts`."""
    kind: ClaimKind = "fact"
    """What sort of statement it is."""
    by: Annotated[tuple[Id, ...], BeforeValidator(listed)] = ()
    """Who says it (not who prints it)."""
    said: Date | None = None
    """When it was said."""
    about: Ids = ()
    """Actors, topics or briefs it is about."""
    when: Date | None = None
    """The time that the content is about."""
    evidence: Annotated[tuple[Evidence, ...], BeforeValidator(listed)] = ()
    """The passages it rests on."""
    status: ClaimStatus = "unassessed"
    """The editor's judgement."""
    credibility: Literal["1", "2", "3", "4", "5", "6"] | None = None
    """Admiralty scale, the item: 1 confirmed … 5 improbable, 6 cannot be judged."""
    likelihood: Text | None = None
    """A term of the configured scale."""
    confidence: Literal["low", "moderate", "high"] | None = None
    """How sure the desk is of its own judgement."""
    answers: QuestionId | None = None
    """The question it answers; claims with the same question stand side by side."""
    value: Value | None = None
    """The figure it gives."""
    links: Annotated[tuple[Link, ...], BeforeValidator(listed)] = ()
    """Ties to other claims."""
    corrections: Annotated[tuple[Correction, ...], BeforeValidator(listed)] = ()
    """What was changed in it."""
    formerly: Ids = ()
    """Ids this claim had before; links to them still land on it."""

    @property
    def ref(self) -> str:
        """`slug#id`: its id everywhere outside its brief."""
        return f"{self.brief}#{self.id}"
