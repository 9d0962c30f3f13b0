"""A claim to what its part of a page says: the statement, who makes it, what it rests on, what it is tied to."""

from __future__ import annotations

from typing import Any

from dateline.model.claim import Claim
from dateline.pages import links
from dateline.pages.escape import Safe, text
from dateline.pages.parts.evidence import evidence_part
from dateline.pages.parts.figures import value_words
from dateline.pages.parts.support import SUPPORT_WORDS, support_words, unchecked_words, why_grouped
from dateline.pages.view import View, listing

LINK_WORDS = {
    "supports": ("Supports", "Supported by"),
    "contradicts": ("Contradicts", "Contradicted by"),
    "qualifies": ("Qualifies", "Qualified by"),
    "updates": ("Updates", "Updated by"),
    "repeats": ("Repeats", "Repeated by"),
    "rests-on": ("Rests on", "Carries"),
}
NOTHING_FOUND = "Nothing was found that supports it"
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
        "support": SUPPORT_WORDS[sourcing.support],
        "support_class": sourcing.support,
        "rests_on": f"Rests on {support_words(sourcing)}" if sourcing.supporting else NOTHING_FOUND,
        "unchecked": unchecked_words(sourcing),
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


def _details(view: View, claim: Claim) -> list[Safe]:
    """Short facts about a claim, in a fixed order, each only where it is known."""
    found = [
        ("Said", _speech(view, claim)),
        ("About", listing([view.subject(id_) for id_ in claim.about])),
        ("Time", text(view.words(claim.when)) if claim.when else None),
        ("Figure", text(value_words(claim.value)) if claim.value else None),
        ("Answers", view.question(claim.answers) if claim.answers else None),
        ("Likelihood", text(claim.likelihood or "")),
        ("Confidence", text(claim.confidence or "")),
        ("Credibility", text(claim.credibility or "")),
    ]
    return [Safe(f"{label} {value}") for label, value in found if value]


def _speech(view: View, claim: Claim) -> Safe:
    speakers = [Safe("by ") + view.actors(claim.by)] if claim.by else []
    return listing([*speakers, *([text(view.words(claim.said))] if claim.said else [])])


def _shaken(view: View, claim: Claim) -> Safe:
    """What a retraction did to this claim: before and after, and by way of what."""
    shaken = view.relations.ripple.claims.get(claim.ref)
    if shaken is None:
        return Safe("")
    causes = listing([view.article(ref) for ref in shaken.causes])
    if shaken.via:
        return Safe(f"Rests on what is no longer supported: {listing([view.claim(ref) for ref in shaken.via])}")
    before, after = support_words(shaken.before), support_words(shaken.after)
    return Safe(f"No longer counted: {causes}. Before: {text(before)}. Now: {text(after)}.")


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
    return [*(Safe(f"{label}: {listing(found)}") for label, found in groups.items()), *_resting_dates(view, claim)]


def _resting_dates(view: View, claim: Claim) -> list[Safe]:
    refs = view.relations.backlinks.events_by_claim.get(claim.ref, ())
    events = [view.corpus.events[ref] for ref in refs]
    dates = [
        links.link(view.words(event.when), view.to(links.path_of("brief", event.brief), links.anchor(event)))
        for event in events
    ]
    return [Safe("Dates that rest on this: ") + listing(dates)] if dates else []
