"""What a review found: things that came, went and changed, by kind, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from dateline.desk.review.change import Change, Row
from dateline.desk.review.change import as_row as change_row
from dateline.desk.review.state import State
from dateline.findings import Finding

KINDS = ("briefs", "claims", "dates", "actors", "sources", "articles", "topics", "questions")
"""What is compared, in the order in which it is told."""


class Thing(NamedTuple):
    """A brief, claim, date, actor… of one state, or of both."""

    id: str
    """As it is called in the state after, or in the only one it is in."""
    file: str
    """Where it stands there, relative to the desk."""
    facts: Row
    """What tells a reader which one it is, as it is there."""


class Changed(NamedTuple):
    """A thing that is in both states and not what it was."""

    thing: Thing
    was: str
    """Its id before."""
    changes: tuple[Change, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Differences:
    """What became of the things of one kind; each list by id."""

    added: tuple[Thing, ...] = ()
    removed: tuple[Thing, ...] = ()
    changed: tuple[Changed, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


class Weight(NamedTuple):
    """What stands behind a claim."""

    support: str
    origins: int
    """Independent origins of the evidence that counts."""


class Rests(NamedTuple):
    """What stands behind a claim before and after; None in a state that has no such claim."""

    claim: Thing
    before: Weight | None
    after: Weight | None


class Unread(NamedTuple):
    """A thing whose file one state has and nobody can read, so that nothing can be said of it."""

    kind: str
    id: str
    file: str


class Owed(NamedTuple):
    """A published claim that says something else now, and no correction tells readers so."""

    claim: Thing
    changes: tuple[Change, ...]
    """Those that readers must be told of; empty where the claim is gone."""
    line: int
    """Of the claim in its file, or of the brief where the claim is gone."""


class PageChange(NamedTuple):
    """A page of the site that readers will find otherwise."""

    path: str
    title: str
    change: str
    """`added`, `removed` or `changed`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """All that differs in meaning between two states of a desk."""

    before: State
    after: State
    kinds: Mapping[str, Differences]
    """By KINDS."""
    settings: tuple[Change, ...]
    """Settings of the desk that are not what they were."""
    support: tuple[Rests, ...]
    """Claims whose support or number of origins is not what it was, and those that came or went."""
    new_findings: tuple[Finding, ...]
    gone_findings: tuple[Finding, ...]
    pages: tuple[PageChange, ...]
    owed: tuple[Owed, ...]
    unread_before: tuple[Unread, ...]
    unread_after: tuple[Unread, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed in meaning."""
        return not (any(self.kinds.values()) or self.settings or self.moved or self.findings or self.unread)

    @property
    def moved(self) -> tuple[Rests, ...]:
        """Claims in both states whose support changed."""
        return tuple(rests for rests in self.support if rests.before and rests.after)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """New and gone."""
        return (*self.new_findings, *self.gone_findings)

    @property
    def unread(self) -> tuple[Unread, ...]:
        """In either state."""
        return (*self.unread_before, *self.unread_after)


def thing_row(thing: Thing) -> dict[str, Any]:
    """A thing as JSON has it."""
    return {"id": thing.id, "file": thing.file, **thing.facts}


def changed_row(changed: Changed) -> dict[str, Any]:
    """A changed thing as JSON has it; `was` only where it had another id."""
    was = {"was": changed.was} if changed.was != changed.thing.id else {}
    return thing_row(changed.thing) | was | {"changes": [change_row(change) for change in changed.changes]}
