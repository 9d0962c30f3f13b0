"""Whom an actor appears with to a list, and to a picture in which everything is a link to its entry in that list."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import accumulate, combinations
from typing import Any, NamedTuple
from unicodedata import east_asian_width

from dateline.model.words.catalogue import to_count
from dateline.pages.counted import BRIEFS
from dateline.pages.escape import CONTROL, Safe, attribute
from dateline.pages.parts.rings import Ring, Spot, ring, side_by_side
from dateline.pages.view import View
from dateline.relate.company import Companion

MOST_NODES = 24
"""With the actor itself."""
MOST_TIES = 16
"""Between the others; the strongest."""
FEWEST = 2
"""One companion needs no picture."""
MOST_BRIEFS = 3
"""Named in one entry; the whole list of briefs stands on the page."""
MOST_CLAIMS = 2
NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
LONGEST_LABEL = 27
"""Columns; the link's own name is the whole one."""


class Tie(NamedTuple):
    """Two companions that also appear with each other."""

    one: str
    companion: Companion
    """The other."""


def network_part(view: View, id_: str) -> dict[str, Any]:
    """What `parts/network.md.j2` needs."""
    all_ = tuple(view.relations.company.get(id_, {}).values())
    shown = all_[: MOST_NODES - 1]
    ties = _ties(view, id_, shown)
    rest = len(all_) - len(shown)
    return {
        "picture": _picture(view, id_, shown, ties) if len(shown) >= FEWEST else "",
        "entries": [_entry(view, companion) for companion in shown],
        "ties": [_tie(view, tie) for tie in ties],
        "rest": _rest(view, rest) if rest else "",
    }


def _rest(view: View, rest: int) -> str:
    one, many = to_count(
        "{count} more appears with it, in fewer briefs.", "{count} more appear with it, in fewer briefs."
    )
    return view.say_n(one, many, rest)


def _ties(view: View, id_: str, shown: Sequence[Companion]) -> list[Tie]:
    """What companions share within this actor's own briefs; what they share elsewhere is for their own pages."""
    company = view.relations.company
    pairs = combinations([companion.actor for companion in shown], 2)
    own = frozenset(view.relations.backlinks.briefs_by_actor[id_]) if shown else frozenset()
    found = (Tie(one, _within(company[one][other], own)) for one, other in pairs if other in company[one])
    ties = [tie for tie in found if tie.companion.briefs]
    return sorted(ties, key=lambda tie: (-len(tie.companion.briefs), -len(tie.companion.claims)))[:MOST_TIES]


def _within(companion: Companion, briefs: Container[str]) -> Companion:
    return Companion(
        companion.actor,
        tuple(slug for slug in companion.briefs if slug in briefs),
        tuple(ref for ref in companion.claims if ref.partition("#")[0] in briefs),
    )


def _entry(view: View, companion: Companion) -> dict[str, Any]:
    return {
        "anchor": f"with-{companion.actor}",
        "actor": view.actor(companion.actor),
        "count": view.say_n(*BRIEFS, len(companion.briefs)),
        **_shared(view, companion),
    }


def _tie(view: View, tie: Tie) -> dict[str, Any]:
    ends = view.safe("{one} and {other}", one=view.actor(tie.one), other=view.actor(tie.companion.actor))
    return {"anchor": _anchor(tie), "ends": ends, **_shared(view, tie.companion)}


def _anchor(tie: Tie) -> str:
    # No id has a full stop.
    return f"with-{tie.one}.{tie.companion.actor}"


def _shared(view: View, companion: Companion) -> dict[str, Safe]:
    return {
        "briefs": _some(view, [view.brief(slug) for slug in companion.briefs], MOST_BRIEFS),
        "claims": _some(view, [view.claim(ref, _short(ref)) for ref in companion.claims], MOST_CLAIMS),
    }


def _short(ref: str) -> str:
    return ref.rpartition("#")[2].replace("-", " ")


def _some(view: View, items: Sequence[Safe], most: int) -> Safe:
    rest = len(items) - most
    return view.listing(items[:most]) + (
        Safe(" ") + view.safe("and {count} more", count=rest) if rest > 0 else Safe("")
    )


def _picture(view: View, id_: str, shown: Sequence[Companion], ties: Sequence[Tie]) -> Safe:
    by_id = {companion.actor: companion for companion in shown}
    shared = {frozenset((tie.one, tie.companion.actor)): len(tie.companion.briefs) for tie in ties}

    def strength(one: str, other: str) -> int:
        return shared.get(frozenset((one, other)), 0)

    order, places = side_by_side(list(by_id), strength), ring(len(shown))
    spots = dict(zip(order, places.spots, strict=True))
    past = view.say("Past the picture")
    name = _plain(view.say("Picture of whom it appears with"))
    legend = view.say("A thicker line is more briefs; all of it stands in the list.")
    lines = (
        '<figure class="dl-network">',
        f'<a class="dl-skip" href="#after-network">{_plain(past)}</a>',
        f'<svg viewBox="0 0 {2 * places.centre.x:g} {places.height}" role="group" aria-label="{name}" {NAMESPACE}>',
        *(_edge(view, tie, spots, places) for tie in ties),
        *(_node(view, by_id[other], spots[other], places.centre) for other in order),
        _self(view, id_, places.centre),
        "</svg>",
        f'<figcaption id="after-network">{legend}</figcaption>',
        "</figure>",
    )
    return Safe("\n".join(lines))


def _self(view: View, id_: str, centre: Spot) -> str:
    label = f'<text x="{centre.x:g}" y="{centre.y - 13:g}" text-anchor="middle">{_label(view, id_)}</text>'
    return f'<g class="dl-self"><circle cx="{centre.x:g}" cy="{centre.y:g}" r="8"/>{label}</g>'


def _node(view: View, companion: Companion, spot: Spot, centre: Spot) -> str:
    """A companion with its line to the centre: one link, since both lead to the same entry."""
    name = f"{view.corpus.actors[companion.actor].name}: {view.say_n(*BRIEFS, len(companion.briefs))}"
    away, anchor = (-11, "end") if spot.left else (11, "start")
    return (
        f'<a href="#with-{companion.actor}" aria-label="{_plain(name)}">'
        f'<path d="M{centre.x:g} {centre.y:g}L{spot.x:g} {spot.y:g}" stroke-width="{_thickness(companion)}"/>'
        f'<circle cx="{spot.x:g}" cy="{spot.y:g}" r="6"/>'
        f'<text x="{spot.x + away:g}" y="{spot.y + 4:g}" text-anchor="{anchor}">'
        f"{_label(view, companion.actor)}</text></a>"
    )


def _edge(view: View, tie: Tie, spots: dict[str, Spot], places: Ring) -> str:
    actors = view.corpus.actors
    ends = view.say("{one} and {other}", one=actors[tie.one].name, other=actors[tie.companion.actor].name)
    label = f"{ends}: {view.say_n(*BRIEFS, len(tie.companion.briefs))}"
    one, other, centre = spots[tie.one], spots[tie.companion.actor], places.centre
    # Bent halfway to the centre, so that a line between neighbours is not hidden by their nodes.
    bend_x, bend_y = ((one.x + other.x) / 2 + centre.x) / 2, ((one.y + other.y) / 2 + centre.y) / 2
    way = f"M{one.x:g} {one.y:g}Q{bend_x:.1f} {bend_y:.1f} {other.x:g} {other.y:g}"
    return (
        f'<a class="dl-tie" href="#{_anchor(tie)}" aria-label="{_plain(label)}">'
        f'<path d="{way}" stroke-width="{_thickness(tie.companion)}"/></a>'
    )


def _thickness(companion: Companion) -> int:
    """1 for one brief, 2 for two or three, 3 for four to seven, and so on to 5."""
    return min(len(companion.briefs).bit_length(), 5)


def _label(view: View, id_: str) -> Safe:
    return _plain(_fitting(view.corpus.actors[id_].name))


def _fitting(name: str) -> str:
    """A name, or as many of its words as fit; of a name without spaces as many letters."""
    widths = accumulate(2 if east_asian_width(character) in "WF" else 1 for character in name)
    room = sum(width <= LONGEST_LABEL for width in widths)
    return name if room == len(name) else (name[:room].rpartition(" ")[0] or name[:room]) + "…"


def _plain(words: str) -> Safe:
    """Words within HTML: some dialects read Markdown there and others do not, and a reference is safe in both."""
    return Safe(attribute(CONTROL.sub("", words)).replace("_", "&#95;"))
