"""topics.yaml and questions.yaml to topics, in a SKOS-like tree, and questions."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from dateline.findings import At
from dateline.model.record import Id, Ids, Markdown, QuestionId, Record, Text, Texts, listed


class Topic(Record):
    """A subject that briefs stand under (SKOS concept)."""

    id: Id = Field(alias="@id")
    """The key in topics.yaml."""
    at: At = Field(alias="@at")
    """The entry."""
    name: Text
    """The preferred label."""
    scope: Markdown | None = None
    """What belongs under it (SKOS scope note)."""
    broader: Ids = ()
    """Wider topics."""
    related: Ids = ()
    """Topics beside it."""
    aliases: Texts = ()
    """Other labels."""
    formerly: Ids = ()
    """Ids this topic had before; their addresses redirect here."""


class Question(Record):
    """A question that claims answer."""

    id: QuestionId = Field(alias="@id")
    """The key in questions.yaml, or what a claim's `answers` names."""
    at: At = Field(alias="@at")
    """The entry, or the first claim that names it."""
    asks: Text | None = None
    """The question in words."""
    about: Ids = ()
    """Actors, topics or briefs it is about."""
    unit: Text | None = None
    """The unit its answers are given in."""
    formerly: Annotated[tuple[QuestionId, ...], BeforeValidator(listed)] = ()
    """Ids this question had before; their addresses redirect here."""
