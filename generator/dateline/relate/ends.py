"""A tie between two actors to its words from each end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dateline.model.actor import Actor, Relation

WORDS = Path(__file__).with_name("relation_words.tsv")


class Tie(NamedTuple):
    """A relation, with the end it is declared at."""

    actor: str
    """The actor that declares it."""
    relation: Relation


def ties_of(actor: Actor, theirs: Iterable[Tie]) -> Iterator[Tie]:
    """Every tie of an actor, those it declares first; one that both ends declare alike stands once."""
    yield from (Tie(actor.id, relation) for relation in actor.relations)
    yield from (tie for tie in theirs if not any(_says(ours, tie) for ours in actor.relations))


def from_the_other_end(relation: Relation) -> str | None:
    """What a tie is called there: as its entry says, else as the table of words does; None where neither does."""
    return relation.inverse or inverses().get(_key(relation.as_))


def _says(ours: Relation, tie: Tie) -> bool:
    """Whether a tie of ours says all that another's tie to us does."""
    words = from_the_other_end(tie.relation)
    same = ours.to == tie.actor and words is not None and _key(words) == _key(ours.as_)
    return same and tie.relation.when in {None, ours.when} and {*tie.relation.claims} <= {*ours.claims}


def _key(words: str) -> str:
    return "-".join(words.replace("-", " ").casefold().split())


@cache
def inverses() -> Mapping[str, str]:
    """What each tie is from its other end, both ways."""
    return dict(_pairs(WORDS.read_text("utf-8").splitlines()))


def _pairs(lines: list[str]) -> Iterator[tuple[str, str]]:
    """The first tie that a word is the other end of is the one it leads back to."""
    ways = [line.split("\t") for line in lines if line and not line.startswith("#")]
    for way in reversed(ways):
        yield way[-1], way[0]
    for way in ways:
        yield way[0], way[-1]
