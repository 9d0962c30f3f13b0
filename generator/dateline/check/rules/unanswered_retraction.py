"""Published briefs to those that rest on an article since taken back, and have not answered."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.corrections import is_answered
from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import listed_with, origins_of
from dateline.findings import Finding, error
from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.claim import Claim
from dateline.relate.ripple import Shaken

FAULT = error("D708", "unanswered-retraction")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for slug, causes in inquiry.relations.ripple.briefs.items():
        brief = inquiry.corpus.briefs[slug]
        for ref in causes if brief.state == "published" else ():
            claims = [claim for claim in brief.claims if claim.state != "draft" and _is_shaken(inquiry, claim, ref)]
            dates = [event for event in brief.dates if ref in inquiry.relations.ripple.events.get(event.ref, ())]
            entries = (*brief.corrections, *(entry for claim in claims for entry in claim.corrections))
            article = inquiry.corpus.articles[ref]
            if (claims or dates) and not is_answered(article, entries):
                told = [_told(inquiry.relations.ripple.claims[claim.ref], claim) for claim in claims]
                yield _finding(brief, article, told or [f"the date “{event.id}”" for event in dates])


def _is_shaken(inquiry: Inquiry, claim: Claim, ref: str) -> bool:
    shaken = inquiry.relations.ripple.claims.get(claim.ref)
    return shaken is not None and ref in shaken.causes


def _finding(brief: Brief, article: Article, told: list[str]) -> Finding:
    day = article.status_on or article.published
    since = f" on {article.status_on}" if article.status_on else ""
    changed = listed_with(told, "and")
    message = f"{article.ref} was {article.status}{since}, which changes {changed}, and nothing here answers it"
    needed = f"an entry dated {day} or later" if day else "an entry"
    unchanged = "if nothing needs changing, “kind: clarification, what: no change needed” and “why:”"
    remedy = f"add {needed} to “corrections:”; {unchanged}"
    return FAULT.at(brief.at.to("corrections"), message, remedy)


def _told(shaken: Shaken, claim: Claim) -> str:
    """A claim with its support before and after, or with what it rests on."""
    before, after = shaken.before, shaken.after
    if before.support != after.support:
        return f"“{claim.id}” ({before.support} → {after.support})"
    if len(before.supporting) != len(after.supporting):
        return f"“{claim.id}” ({origins_of(len(before.supporting))} → {origins_of(len(after.supporting))})"
    return f"“{claim.id}” (rests on {listed_with(shaken.via, 'and')})"


RULE = Rule(fault=FAULT, find=_find)
