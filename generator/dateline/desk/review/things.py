"""A thing that came, went or changed to its lines."""

from __future__ import annotations

from typing import Any, Final

from dateline.desk.review.entries import date_words
from dateline.desk.review.outcome import Changed, Rests, Review, Thing, Weight
from dateline.desk.review.phrases import told
from dateline.desk.review.shelves import SHELVES
from dateline.desk.review.story import Item, Line, Span, code, line, strong
from dateline.desk.review.summary import CONTESTED, FEWER, MORE, ONE, UNCONTESTED, counted, turn

TOLD: Final = {FEWER: "fewer than before", MORE: "more than before", CONTESTED: CONTESTED, UNCONTESTED: UNCONTESTED}
LOST_ADDRESS: Final = Item(
    line(strong("old address lost: "), "name the old id under “formerly:”, so that links still lead here")
)
UNSUPPORTED: Final = "nothing found that supports it"


def came(kind: str, thing: Thing, review: Review) -> Item:
    """Something new, and for a claim what it rests on."""
    below: tuple[Item, ...] = ()
    if kind == "claims":
        weight = next(rests.after for rests in review.support if rests.claim.id == thing.id)
        below = (Item(line("rests on ", weight_words(weight))),) if weight else ()
    return Item(line(Span(f"{ONE[kind]} added: ", "strong"), *_facts(kind, thing, "added")), below)


def went(kind: str, thing: Thing) -> Item:
    """Something that is gone."""
    return Item(line(Span(f"{ONE[kind]} removed: ", "strong"), *_facts(kind, thing, "removed")))


def changed_item(kind: str, changed: Changed, review: Review, rests: Rests | None = None) -> Item:
    """Something that is not what it was, change by change."""
    below = [told(change) for change in changed.changes]
    below += [LOST_ADDRESS] if changed.was != changed.thing.id and _loses_address(kind, changed, review) else []
    below += [rests_item(rests)] if rests else []
    return Item(named(kind, changed.thing), tuple(below))


def _loses_address(kind: str, changed: Changed, review: Review) -> bool:
    """Whether links to the id that something had lead nowhere from now on."""
    record = SHELVES[kind].records(review.after.desk.corpus)[changed.thing.id]
    old = changed.was if kind == "questions" else changed.was.rpartition("#")[2].rpartition("/")[2]
    return any(change.sort == "renamed" for change in changed.changes) and old not in getattr(
        record, "formerly", (old,)
    )


def rests_item(rests: Rests) -> Item:
    """What a claim rested on, and what it rests on now."""
    assert rests.before, "it is in both states"
    assert rests.after, "it is in both states"
    return Item(
        line(strong("rests on: "), f"{weight_words(rests.before)} → {weight_words(rests.after)}; {TOLD[turn(rests)]}")
    )


def weight_words(weight: Weight) -> str:
    """What stands behind a claim: `2 origins`, `2 origins, contested`."""
    if not weight.origins:
        return UNSUPPORTED
    contested = ", contested" if weight.support == "contested" else ""
    return f"{counted(weight.origins, 'origin', 'origins')}{contested}"


def named(kind: str, thing: Thing) -> Line:
    """What something is called."""
    return line(f"{ONE[kind]} ", *_facts(kind, thing, "plain"))


def _facts(kind: str, thing: Thing, style: Any) -> Line:
    """A thing's id and what tells a reader which one it is."""
    facts = thing.facts
    if kind == "claims":
        return line(code(thing.id), " ", Span(facts["says"], style), " (draft)" * (facts["state"] == "draft"))
    if kind == "dates":
        return line(code(thing.id), f" {date_words(facts['when'])}: ", Span(facts["what"], style))
    name = facts.get("title") or facts.get("name") or facts.get("asks") or ""
    return line(code(thing.id), " ", Span(name, style) if name else "")
