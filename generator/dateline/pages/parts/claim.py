"""A claim to what its part of a page says: the statement, who makes it, and each quote it rests on."""

from __future__ import annotations

from typing import Any

from dateline.model.article import Article
from dateline.model.claim import Claim, Evidence, Value
from dateline.pages import links
from dateline.pages.escape import Safe, text
from dateline.pages.printing import may_print_quotes
from dateline.pages.view import View, listing
from dateline.relate.quotes import Verdict
from dateline.relate.verdicts import EvidenceKey

VERDICT_WORDS = {
    Verdict.EXACT: "found word for word",
    Verdict.NORMALISED: "found, with other spacing or marks",
    Verdict.ELIDED: "found, with a part left out",
    Verdict.AMBIGUOUS: "found more than once",
    Verdict.ABSENT: "not found in the article",
    Verdict.IN_SUMMARY: "in our summary",
    Verdict.UNAVAILABLE: "could not be checked",
}
BEARING_WORDS = {"supports": "", "contradicts": "Contradicts", "qualifies": "Qualifies", "context": "Context"}
LINK_WORDS = {
    "supports": ("Supports", "Supported by"),
    "contradicts": ("Contradicts", "Contradicted by"),
    "qualifies": ("Qualifies", "Qualified by"),
    "updates": ("Updates", "Updated by"),
    "repeats": ("Repeats", "Repeated by"),
    "rests-on": ("Rests on", "Borne by this:"),
}
MUTUAL = frozenset({"contradicts", "repeats"})
"""Ties that say the same from both ends, so that one line is enough where both ends declare them."""
BOUND_WORDS = {"exactly": "", "about": "about ", "at-least": "at least ", "at-most": "at most "}


def claim_part(view: View, claim: Claim) -> dict[str, Any]:
    """What `parts/claim.md.j2` needs."""
    return {
        "anchor": links.anchor(claim),
        "says": claim.says,
        "status": claim.status,
        "draft": claim.state == "draft",
        "details": _details(view, claim),
        "evidence": [_evidence(view, claim, index) for index in range(len(claim.evidence))],
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


def value_words(value: Value) -> str:
    """A figure in words: `at least 170 people`, `4–5 statements`."""
    low, high = (value.number, None) if value.number is not None else (value.low, value.high)
    ends = [_number(end) for end in (low, high) if end is not None]
    unit = f" {value.unit}" if value.unit else ""
    return f"{BOUND_WORDS[value.bound]}{'–'.join(ends)}{unit}"


def _number(number: float) -> str:
    return f"{number:,}"


def _evidence(view: View, claim: Claim, index: int) -> dict[str, Any]:
    evidence: Evidence = claim.evidence[index]
    article = view.corpus.articles[evidence.article]
    verdict = view.relations.verdicts[EvidenceKey(claim.ref, index)].verdict
    shown = may_print_quotes(article)
    return {
        "quote": quoted(evidence.quote) if evidence.quote and shown else "",
        "translation": quoted(evidence.translation) if evidence.translation and shown else "",
        "bearing": BEARING_WORDS[evidence.as_],
        "article": view.article(article.ref),
        "publication": publication(view, article),
        "verdict": _verdict_words(evidence, verdict, shown=shown),
        "verdict_class": str(verdict),
        "note": evidence.note or "",
    }


def quoted(words: str) -> str:
    """Words in quotation marks; those that bring their own keep them."""
    return words if words[0] in '“«„"' and words[-1] in '”»“"' else f"“{words}”"


def _verdict_words(evidence: Evidence, verdict: Verdict, *, shown: bool) -> str:
    if not evidence.quote:
        return "no passage given"
    return VERDICT_WORDS[verdict] if shown else f"{VERDICT_WORDS[verdict]}; the passage may not be printed"


def publication(view: View, article: Article) -> Safe:
    """Who published an article and when, linked."""
    parts = [view.source(article.source)] if article.source else [text(name) for name in article.authors[:1]]
    parts += [text(view.words(article.published))] if article.published else []
    return listing(parts)


def _ties(view: View, claim: Claim) -> list[Safe]:
    back = view.relations.backlinks
    ours = [Safe(f"{LINK_WORDS[link.as_][0]} {view.claim(link.to)}") for link in claim.links]
    said = {(link.to, link.as_) for link in claim.links}
    theirs = [
        Safe(f"{LINK_WORDS[link.as_][1]} {view.claim(ref)}")
        for ref, link in back.links_to_claim.get(claim.ref, ())
        if (ref, link.as_) not in said or link.as_ not in MUTUAL
    ]
    events = [view.corpus.events[ref] for ref in back.events_by_claim.get(claim.ref, ())]
    resting = [
        Safe(f"[{text(view.words(event.when))}]({view.to(links.path_of('brief', event.brief), links.anchor(event))})")
        for event in events
    ]
    return [*ours, *theirs, *([Safe("Dates that rest on this: ") + listing(resting)] if resting else [])]
