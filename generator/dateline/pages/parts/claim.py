"""A claim to what its part of a page says: the statement, who makes it, what it rests on, what it is tied to."""

from __future__ import annotations

from typing import Any

from dateline.model.claim import Claim
from dateline.model.words.catalogue import to_say
from dateline.pages import links
from dateline.pages.escape import Safe, text
from dateline.pages.parts.claim_ties import tie_lines
from dateline.pages.parts.evidence import evidence_part
from dateline.pages.parts.figures import value_words
from dateline.pages.parts.support import SUPPORT_WORDS, support_words, unchecked_words, why_grouped
from dateline.pages.view import View
from dateline.relate.support import Sourcing


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
        "ties": tie_lines(view, claim),
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
