"""A claim to what it is tied to: other claims under what the tie is called here, and dates that rest on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dateline.model.claim import Claim
from dateline.model.corpus import Corpus
from dateline.model.words.catalogue import to_say
from dateline.pages import links
from dateline.pages.escape import Safe
from dateline.pages.view import View
from dateline.relate.relations import Relations

LINK_WORDS = {
    "supports": (to_say("Supports:"), to_say("Supported by:")),
    "contradicts": (to_say("Contradicts:"), to_say("Contradicted by:")),
    "qualifies": (to_say("Qualifies:"), to_say("Qualified by:")),
    "updates": (to_say("Updates:"), to_say("Updated by:")),
    "repeats": (to_say("Repeats:"), to_say("Repeated by:")),
    "rests-on": (to_say("Rests on:"), to_say("Carries:")),
}
DATES = to_say("Dates that rest on this:")
MUTUAL = frozenset({"contradicts", "repeats"})
"""Ties that say the same from both ends, so that one line is enough where both ends declare them."""
MOST = 20
"""Of one kind beside a claim; the others stand in a list of the page."""


class Beyond(NamedTuple):
    """A tie for which there is no room beside its claim."""

    claim: str
    label: str
    other: str
    """The claim or date at its other end."""


def tie_lines(view: View, claim: Claim) -> list[Safe]:
    """Each kind of tie with what it leads to."""
    found = _ties(view.corpus, view.relations, claim.ref)
    return [_line(view, label, refs) for label, refs in found.items()]


def beyond(corpus: Corpus, relations: Relations, slug: str) -> Iterator[Beyond]:
    """The ties of a brief's claims for which there is no room beside them."""
    for claim in corpus.briefs[slug].claims:
        for label, refs in _ties(corpus, relations, claim.ref).items():
            yield from (Beyond(claim.ref, label, ref) for ref in refs[MOST:])


def beyond_line(view: View, tie: Beyond) -> Safe:
    """Such a tie, read from its claim."""
    return Safe(f"{view.claim(tie.claim)} — {view.say(tie.label)} {_other(view, tie.label, tie.other)}")


def _ties(corpus: Corpus, relations: Relations, ref: str) -> Mapping[str, list[str]]:
    back, claim = relations.backlinks, corpus.claims[ref]
    said = {(link.to, link.as_) for link in claim.links}
    ours = ((LINK_WORDS[link.as_][0], link.to) for link in claim.links)
    theirs = (
        (LINK_WORDS[link.as_][1], other)
        for other, link in back.links_to_claim.get(ref, ())
        if (other, link.as_) not in said or link.as_ not in MUTUAL
    )
    dates = ((DATES, event) for event in back.events_by_claim.get(ref, ()))
    groups: dict[str, list[str]] = {}
    for label, other in (*ours, *theirs, *dates):
        groups.setdefault(label, []).append(other)
    return groups


def _line(view: View, label: str, refs: list[str]) -> Safe:
    shown = [_other(view, label, ref) for ref in refs[:MOST]]
    rest = len(refs) - len(shown)
    more = [links.link(view.say("{count} more", count=rest), "#linked-from")] if rest else []
    return Safe(f"{view.say(label)} {view.listing([*shown, *more])}")


def _other(view: View, label: str, ref: str) -> Safe:
    if label != DATES:
        return view.claim(ref)
    event = view.corpus.events[ref]
    return links.link(view.words(event.when), view.to(links.path_of("brief", event.brief), links.anchor(event)))
