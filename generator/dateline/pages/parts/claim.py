"""A claim to what its part of a page says: the statement, who makes it, what it rests on, what it is tied to."""

from __future__ import annotations

from typing import Any

from dateline.model.claim import Claim
from dateline.model.words.catalogue import to_say
from dateline.pages import links
from dateline.pages.escape import Safe, text
from dateline.pages.parts.evidence import evidence_part
from dateline.pages.parts.figures import value_words
from dateline.pages.parts.support import SUPPORT_WORDS, support_words, unchecked_words, why_grouped
from dateline.pages.view import View
from dateline.relate.support import Sourcing

LINK_WORDS = {
    "supports": (to_say("Supports:"), to_say("Supported by:")),
    "contradicts": (to_say("Contradicts:"), to_say("Contradicted by:")),
    "qualifies": (to_say("Qualifies:"), to_say("Qualified by:")),
    "updates": (to_say("Updates:"), to_say("Updated by:")),
    "repeats": (to_say("Repeats:"), to_say("Repeated by:")),
    "rests-on": (to_say("Rests on:"), to_say("Carries:")),
}
MUTUAL = frozenset({"contradicts", "repeats"})
"""Ties that say the same from both ends, so that one line is enough where both ends declare them."""


def claim_part(view: View, claim: Claim) -> dict[str, Any]:
    """What `parts/claim.md.j2` needs."""
    sourcing = view.relations.sourcing[claim.ref]
    return {
        "anchor": links.anchor(claim),
        "old_anchors": links.former_anchors(claim),
        "says": claim.says,
        "status": claim.status,
        "status_words": view.term(claim.status),
        "support": view.say(SUPPORT_WORDS[sourcing.support]),
        "support_class": sourcing.support,
        "rests_on": _rests_on(view, sourcing),
        "unchecked": unchecked_words(view.interface, sourcing),
        "why": why_grouped(view, sourcing),
        "draft": claim.state == "draft",
        "details": _details(view, claim),
        "evidence": [evidence_part(view, claim, position) for position in range(len(claim.evidence))],
        "shaken": _shaken(view, claim),
        "ties": _ties(view, claim),
        "corrections": [
            {"on": view.words(entry.on), "what": entry.what, "why": entry.why or ""} for entry in claim.corrections
        ],
    }


def _rests_on(view: View, sourcing: Sourcing) -> str:
    if not sourcing.supporting:
        return view.say("Nothing was found that supports it")
    return view.say("Rests on {articles}", articles=support_words(view.interface, sourcing))


def _details(view: View, claim: Claim) -> list[Safe]:
    """Short facts about a claim, in a fixed order, each only where it is known."""
    found: list[tuple[str, Safe | None]] = [
        (to_say("About {value}"), view.listing([view.subject(id_) for id_ in claim.about])),
        (to_say("Time {value}"), text(view.words(claim.when)) if claim.when else None),
        (to_say("Figure {value}"), text(value_words(view.interface, claim.value)) if claim.value else None),
        (to_say("Answers {value}"), view.question(claim.answers) if claim.answers else None),
        (to_say("Likelihood {value}"), text(claim.likelihood or "")),
        (to_say("Confidence {value}"), text(view.term(claim.confidence)) if claim.confidence else None),
        (to_say("Credibility {value}"), text(claim.credibility or "")),
    ]
    speech = _speech(view, claim)
    return [*([speech] if speech else []), *(view.safe(message, value=value) for message, value in found if value)]


def _speech(view: View, claim: Claim) -> Safe | None:
    if not claim.by:
        return view.safe("Said {day}", day=text(view.words(claim.said))) if claim.said else None
    said = view.safe("Said by {speakers}", speakers=view.actors(claim.by))
    return view.listing([said, *([view.words(claim.said)] if claim.said else [])])


def _shaken(view: View, claim: Claim) -> Safe:
    """What a retraction did to this claim: before and after, and by way of what."""
    shaken = view.relations.ripple.claims.get(claim.ref)
    if shaken is None:
        return Safe("")
    causes = view.listing([view.article(ref) for ref in shaken.causes])
    if shaken.via:
        via = view.listing([view.claim(ref) for ref in shaken.via])
        return view.safe("Rests on what is no longer supported: {claims}", claims=via)
    before, after = (
        text(support_words(view.interface, shaken.before)),
        text(support_words(view.interface, shaken.after)),
    )
    message = to_say("No longer counted: {articles}. Before: {before}. Now: {after}.")
    return view.safe(message, articles=causes, before=before, after=after)


def _ties(view: View, claim: Claim) -> list[Safe]:
    back = view.relations.backlinks
    ours = [(LINK_WORDS[link.as_][0], link.to) for link in claim.links]
    said = {(link.to, link.as_) for link in claim.links}
    theirs = [
        (LINK_WORDS[link.as_][1], ref)
        for ref, link in back.links_to_claim.get(claim.ref, ())
        if (ref, link.as_) not in said or link.as_ not in MUTUAL
    ]
    groups: dict[str, list[Safe]] = {}
    for label, ref in (*ours, *theirs):
        groups.setdefault(label, []).append(view.claim(ref))
    return [
        *(Safe(f"{view.say(label)} {view.listing(found)}") for label, found in groups.items()),
        *_resting_dates(view, claim),
    ]


def _resting_dates(view: View, claim: Claim) -> list[Safe]:
    refs = view.relations.backlinks.events_by_claim.get(claim.ref, ())
    events = [view.corpus.events[ref] for ref in refs]
    dates = [
        links.link(view.words(event.when), view.to(links.path_of("brief", event.brief), links.anchor(event)))
        for event in events
    ]
    return [view.safe("Dates that rest on this: {dates}", dates=view.listing(dates))] if dates else []
