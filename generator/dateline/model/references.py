"""Records to what they name, and what of it does not exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import singledispatch
from pathlib import PurePosixPath
from typing import NamedTuple

from dateline.findings import At, Fault, Finding
from dateline.model.actor import Actor
from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.faults import (
    UNKNOWN_ACTOR,
    UNKNOWN_ARTICLE,
    UNKNOWN_BRIEF,
    UNKNOWN_CLAIM,
    UNKNOWN_SOURCE,
    UNKNOWN_SUBJECT,
    UNKNOWN_TOPIC,
)
from dateline.model.former import Former, today
from dateline.model.nearest import did_you_mean
from dateline.model.record import Record
from dateline.model.topic import Question, Topic

FAULTS: Mapping[str, Fault] = {
    "actor": UNKNOWN_ACTOR,
    "source": UNKNOWN_SOURCE,
    "topic": UNKNOWN_TOPIC,
    "brief": UNKNOWN_BRIEF,
    "claim": UNKNOWN_CLAIM,
    "article": UNKNOWN_ARTICLE,
    "subject": UNKNOWN_SUBJECT,
    "article or source": UNKNOWN_ARTICLE,
}
WORDS: Mapping[str, str] = {"subject": "actor, topic or brief"}


class Reference(NamedTuple):
    """One name of another record, and where it is written."""

    kind: str
    """What it names: a key of FAULTS."""
    id: str
    at: At
    """The name itself."""
    entry: At | None = None
    """What makes no sense without it, where that is more than the name."""

    @property
    def whole(self) -> At:
        """What has to go when nothing has the name."""
        return self.entry or self.at


def unknown(reference: Reference, known: Mapping[str, Collection[str]], former: Former) -> Finding:
    """The finding for a name that nothing has, or has any more."""
    if renamed := today(reference.kind, reference.id, former):
        message = f'no {reference.kind} is called "{reference.id}" any more'
        return FAULTS[reference.kind].at(reference.at, message, f'write "{renamed}", as it is called today')
    word, name, choices = WORDS.get(reference.kind, reference.kind), reference.id, known[reference.kind]
    slug = PurePosixPath(reference.at.file).parent.name
    for prefix in (f"{slug}/", f"{slug}#"):
        if name.startswith(prefix):
            # Within its brief a thing goes by its short name, and is likeliest a slip of another one there.
            name, own = name.removeprefix(prefix), [choice for choice in choices if choice.startswith(prefix)]
            word, choices = f"{word} of this brief is called", [choice.removeprefix(prefix) for choice in own]
    return FAULTS[reference.kind].at(reference.at, f'no {word} "{name}"{did_you_mean(name, choices)}')


@singledispatch
def references(record: Record) -> Iterator[Reference]:
    """Every name of another record that a record gives."""
    raise TypeError(record)


@references.register
def _(topic: Topic) -> Iterator[Reference]:
    yield from _ids("topic", topic.broader, topic.at.to("broader"))
    yield from _ids("topic", topic.related, topic.at.to("related"))


@references.register
def _(question: Question) -> Iterator[Reference]:
    yield from _ids("subject", question.about, question.at.to("about"))


@references.register
def _(source: Record) -> Iterator[Reference]:  # noqa: ARG001  # a source names nothing
    yield from ()


@references.register
def _(actor: Actor) -> Iterator[Reference]:
    for index, role in enumerate(actor.roles):
        if role.of:
            yield Reference("actor", role.of, actor.at.to("roles", index, "of"))
    for index, relation in enumerate(actor.relations):
        here = actor.at.to("relations", index)
        yield Reference("actor", relation.to, here.to("to"), here)
        yield from _ids("claim", relation.claims, here.to("claims"))


@references.register
def _(article: Article) -> Iterator[Reference]:
    if article.source:
        yield Reference("source", article.source, article.at.to("source"))
    if article.translation_of:
        yield Reference("article", article.translation_of, article.at.to("translation_of"))
    if article.origin and article.origin.of:
        yield Reference("article or source", article.origin.of, article.at.to("origin", "of"))


@references.register
def _(brief: Brief) -> Iterator[Reference]:
    yield from _ids("topic", brief.topics, brief.at.to("topics"))
    yield from _entries("actor", (item.actor for item in brief.actors), brief.at.to("actors"), "actor")
    yield from _entries("brief", (item.brief for item in brief.related), brief.at.to("related"), "brief")
    yield from _ids("brief", brief.supersedes, brief.at.to("supersedes"))
    for claim in brief.claims:
        yield from _of_claim(claim)
    for event in brief.dates:
        yield from _of_event(event)


def _of_claim(claim: Claim) -> Iterator[Reference]:
    yield from _ids("actor", claim.by, claim.at.to("by"))
    yield from _ids("subject", claim.about, claim.at.to("about"))
    for evidence in claim.evidence:
        yield Reference("article", evidence.article, evidence.at.to("article"), evidence.at)
    yield from _entries("claim", (link.to for link in claim.links), claim.at.to("links"), "to")


def _of_event(event: Event) -> Iterator[Reference]:
    yield from _entries("actor", (item.actor for item in event.who), event.at.to("who"), "actor")
    yield from _ids("claim", event.claims, event.at.to("claims"))


def _ids(kind: str, ids: Iterable[str], at: At) -> Iterator[Reference]:
    for index, id_ in enumerate(ids):
        yield Reference(kind, id_, at.to(index))


def _entries(kind: str, ids: Iterable[str], at: At, key: str) -> Iterator[Reference]:
    """Names that stand in a list of entries, under a key of each."""
    for index, id_ in enumerate(ids):
        entry = at.to(index)
        yield Reference(kind, id_, entry.to(key), entry)
