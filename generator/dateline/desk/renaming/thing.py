"""What somebody typed to the thing of a desk that it names, or why it names none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple, get_args

from dateline.model.corpus import Corpus
from dateline.model.nearest import did_you_mean

Kind = Literal["brief", "claim", "date", "article", "actor", "source", "topic", "question"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
IN_BRIEF: Final[Mapping[Kind, str]] = {"claim": "#", "date": "#", "article": "/"}
"""Things that belong to a brief, and what stands between its slug and their own id."""


class NamingError(Exception):
    """A name that cannot be used as it was; the message says why and what to do."""


class Thing(NamedTuple):
    """One thing of a desk."""

    kind: Kind
    id: str
    """With the slug of its brief before it where it belongs to one."""

    def __str__(self) -> str:
        return f"the {self.kind} “{self.id}”"


def shelves(corpus: Corpus) -> Mapping[Kind, frozenset[str]]:
    """Every id of a desk, by kind."""
    return {
        "brief": frozenset(corpus.briefs),
        "claim": frozenset(corpus.claims),
        "date": frozenset(corpus.events),
        "article": frozenset(corpus.articles),
        "actor": frozenset(corpus.actors),
        "source": frozenset(corpus.sources),
        "topic": frozenset(corpus.topics),
        "question": frozenset(corpus.questions),
    }


def former(corpus: Corpus) -> Iterator[tuple[Thing, Thing]]:
    """Every id that something had before, with what has it today."""
    plain: tuple[tuple[Kind, Mapping[str, tuple[str, ...]]], ...] = (
        ("brief", {id_: record.formerly for id_, record in corpus.briefs.items()}),
        ("claim", {id_: record.formerly for id_, record in corpus.claims.items()}),
        ("date", {id_: record.formerly for id_, record in corpus.events.items()}),
        ("article", {id_: record.formerly for id_, record in corpus.articles.items()}),
        ("actor", {id_: record.formerly for id_, record in corpus.actors.items()}),
        ("source", {id_: record.formerly for id_, record in corpus.sources.items()}),
        ("topic", {id_: record.formerly for id_, record in corpus.topics.items()}),
        ("question", {id_: record.formerly for id_, record in corpus.questions.items()}),
    )
    for kind, shelf in plain:
        for id_, old_ids in shelf.items():
            for old in old_ids:
                yield Thing(kind, in_brief(kind, id_, old)), Thing(kind, id_)


def in_brief(kind: Kind, beside: str, own: str) -> str:
    """The whole id of what stands in the same brief as another, by its own id."""
    sign = IN_BRIEF.get(kind)
    return f"{beside.partition(sign)[0]}{sign}{own}" if sign else own


def own_id(thing: Thing) -> str:
    """An id without its brief's slug."""
    sign = IN_BRIEF.get(thing.kind)
    return thing.id.partition(sign)[2] if sign else thing.id


def find_thing(typed: str, kind: Kind | None, corpus: Corpus) -> Thing:
    """The one thing of a desk with an id, of a kind where one is given. Raises NamingError for none or several."""
    known = shelves(corpus)
    kinds = (kind,) if kind else KINDS
    found = [Thing(one, typed) for one in kinds if typed in known[one]]
    if len(found) == 1:
        return found[0]
    if found:
        words = " and ".join(f"a{'n' if thing.kind[0] == 'a' else ''} {thing.kind}" for thing in found)
        raise NamingError(f"“{typed}” is the id of {words}; say which with --kind")
    today = next((now for old, now in former(corpus) if old.id == typed and old.kind in kinds), None)
    if today:
        raise NamingError(f"“{typed}” is the old id of {today}; write “{today.id}”")
    names = {id_ for one in kinds for id_ in known[one]}
    raise NamingError(f"nothing on this desk has the id “{typed}”{did_you_mean(typed, names)}")
