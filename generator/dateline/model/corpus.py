"""What the whole desk says: every record under its id, with what was found wrong on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from dateline.findings import At, Finding
from dateline.model.actor import Actor
from dateline.model.article import Article
from dateline.model.brief import Brief, BriefState, Involved
from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.settings import Settings
from dateline.model.source import Source
from dateline.model.topic import Question, Topic
from dateline.model.when import When
from dateline.read.document import Document


class Head(NamedTuple):
    """All of a brief that a line about it needs; a page of such lines has nothing to do with the brief's text."""

    title: str
    published: When | None
    year: str
    """The folder's."""
    state: BriefState
    topics: tuple[str, ...]
    actors: tuple[Involved, ...]
    """Those that its editor names."""
    claims: int
    """How many there are."""


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """All records of a desk, each mapping in the order of its keys."""

    settings: Settings
    """How the desk is built."""
    briefs: Mapping[str, Brief]
    """By slug."""
    articles: Mapping[str, Article]
    """By `slug/name`."""
    actors: Mapping[str, Actor]
    """By id."""
    sources: Mapping[str, Source]
    """By id."""
    topics: Mapping[str, Topic]
    """By id."""
    questions: Mapping[str, Question]
    """By id; also those that only claims name."""
    documents: Mapping[str, Document]
    """The files read, by their name relative to the desk: where findings get their lines from."""
    originals: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of each stored original that is there, by its name relative to the desk."""
    findings: tuple[Finding, ...] = ()
    """What was wrong with files and references; what they concern is left out."""
    gaps: tuple[At, ...] = ()
    """Where something was left out for that."""

    def finding(self, more: Iterable[Finding]) -> Corpus:
        """This corpus with more findings."""
        return replace(self, findings=(*self.findings, *more))

    def key_of(self, file: str) -> bytes:
        """Stands for the text of a file; empty in a corpus of no files."""
        document = self.documents.get(file)
        return document.key if document else b""

    @cached_property
    def heads(self) -> Mapping[str, Head]:
        """What lines about briefs say, by slug; who reads no more need not be written again when a text changes."""
        return {
            slug: Head(
                title=brief.title,
                published=brief.published,
                year=brief.year,
                state=brief.state,
                topics=brief.topics,
                actors=brief.actors,
                claims=len(brief.claims),
            )
            for slug, brief in self.briefs.items()
        }

    @cached_property
    def lines(self) -> Mapping[str, int]:
        """Where topics and questions stand in the files they share, by `topic/<id>` and `question/<id>`; lines from 1.

        Only where pages link to the files they are made from.
        """
        if not self.settings.edit_uri:
            return {}
        entries = {f"topic/{id_}": topic.at for id_, topic in self.topics.items()}
        entries |= {f"question/{id_}": question.at for id_, question in self.questions.items()}
        return {
            name: self.documents[at.file].place(at._replace(key=True)).line
            for name, at in entries.items()
            if at.file in self.documents
        }

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """By `slug#id`, in the order of briefs and of their files."""
        return {claim.ref: claim for brief in self.briefs.values() for claim in brief.claims}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """By `slug#id`, in the order of briefs and of their files."""
        return {event.ref: event for brief in self.briefs.values() for event in brief.dates}

    @cached_property
    def articles_by_brief(self) -> Mapping[str, tuple[Article, ...]]:
        """Each brief's articles, by slug; every brief has an entry."""
        groups: dict[str, list[Article]] = {slug: [] for slug in self.briefs}
        for article in self.articles.values():
            groups[article.brief].append(article)
        return {slug: tuple(group) for slug, group in groups.items()}
