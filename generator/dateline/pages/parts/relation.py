"""An actor's ties to lines: those it declares, and those others declare to it, each in its own end's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from dateline.model.actor import Actor, Relation
from dateline.pages.escape import Safe, text
from dateline.pages.view import View, listing
from dateline.relate.backlinks import Tie

WORDS = Path(__file__).with_name("relation_words.tsv")
PREPOSITIONS = ("of", "by", "to", "with", "for", "in", "at", "from", "against", "under")


def relation_lines(view: View, actor: Actor) -> list[Safe]:
    """Every tie of an actor; one that both ends declare alike stands once."""
    theirs = view.relations.backlinks.ties.get(actor.id, ())
    return [
        *(Safe(f"{_said(relation.as_)}: {_end(view, relation.to, relation)}") for relation in actor.relations),
        *(_from_their_end(view, actor, tie) for tie in theirs if not any(_says(ours, tie) for ours in actor.relations)),
    ]


def _from_their_end(view: View, actor: Actor, tie: Tie) -> Safe:
    inverse = inverses().get(_key(tie.relation.as_))
    if inverse is not None:
        return Safe(f"{_said(inverse)}: {_end(view, tie.actor, tie.relation)}")
    words = _said(tie.relation.as_)
    joined = words if words.endswith(tuple(f" {word}" for word in PREPOSITIONS)) else Safe(f"{words} of")
    return Safe(f"{view.actor(tie.actor)}: {joined} {text(actor.name)}{_when_and_why(view, tie.relation)}")


def _says(ours: Relation, tie: Tie) -> bool:
    """Whether a tie of ours says all that another's tie to us does."""
    same = ours.to == tie.actor and inverses().get(_key(tie.relation.as_)) == _key(ours.as_)
    return same and tie.relation.when in {None, ours.when} and {*tie.relation.claims} <= {*ours.claims}


def _end(view: View, other: str, relation: Relation) -> Safe:
    return view.actor(other) + _when_and_why(view, relation)


def _when_and_why(view: View, relation: Relation) -> Safe:
    when = Safe(f", {text(view.words(relation.when))}") if relation.when else Safe("")
    claims = listing([view.claim(ref) for ref in relation.claims])
    return when + (Safe(f" — rests on {claims}") if claims else Safe(""))


def _said(words: str) -> Safe:
    return text(words.replace("-", " "))


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
