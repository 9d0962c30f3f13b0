"""Claims to rows of `data/claims.json`, with the fields that content.md names."""

from __future__ import annotations

from dateline.model.claim import Claim, Evidence, Value
from dateline.pages import links
from dateline.pages.page import Row, without_empty
from dateline.pages.printing import may_print_quotes
from dateline.pages.rows import when
from dateline.pages.view import View
from dateline.relate.verdicts import EvidenceKey


def claim_row(view: View, claim: Claim) -> Row:
    """A claim in `data/claims.json`."""
    row = {
        "id": claim.ref,
        "brief": claim.brief,
        "url": f"{links.url_of(links.path_of('brief', claim.brief))}#{links.anchor(claim)}",
        "says": claim.says,
        "kind": claim.kind,
        "by": list(claim.by),
        "said": when(claim.said),
        "about": list(claim.about),
        "when": when(claim.when),
        "status": claim.status,
        "credibility": claim.credibility,
        "likelihood": claim.likelihood,
        "confidence": claim.confidence,
        "answers": claim.answers,
        "value": _value(claim.value),
        "links": [{"to": link.to, "as": link.as_} for link in claim.links],
        **_support(view, claim),
        "evidence": [evidence_row(view, claim, index) for index in range(len(claim.evidence))],
        **claim.extras,
    }
    return without_empty(row, always=("kind", "status", "support", "origins", "origin_groups", "evidence"))


def _support(view: View, claim: Claim) -> Row:
    """What was counted: `origins` and `origin_groups` are those of the supporting evidence that counts."""
    sourcing = view.relations.sourcing[claim.ref]
    groups = [
        {
            "name": group.name,
            "articles": list(group.articles),
            "why": [{"kind": why.kind, "a": why.a, "b": why.b, "detail": why.detail} for why in group.why],
            "attested": group.attested,
        }
        for group in sourcing.supporting
    ]
    return {
        "support": sourcing.support,
        "origins": len(sourcing.supporting),
        "origin_groups": groups,
        "unavailable": sourcing.unavailable or None,
        "contradicted_by": list(sourcing.contradicted_by),
    }


def evidence_row(view: View, claim: Claim, index: int) -> Row:
    """One piece of a claim's evidence; a passage that may not be printed is left out."""
    evidence: Evidence = claim.evidence[index]
    match = view.relations.verdicts[EvidenceKey(claim.ref, index)]
    article = view.corpus.articles[evidence.article]
    printed = may_print_quotes(article)
    row = {
        "article": evidence.article,
        "quote": evidence.quote if printed else None,
        "translation": evidence.translation if printed else None,
        "as": evidence.as_,
        "how": evidence.how,
        "page": evidence.page,
        "time": evidence.time,
        "note": evidence.note,
        "verdict": match.verdict,
        "counted": match.is_found and article.standing,
        "article_status": article.status if article.status != "live" else None,
        "start": match.start,
        "end": match.end,
    }
    return {key: value for key, value in without_empty(row).items() if value is not None}


def _value(value: Value | None) -> Row | None:
    if value is None:
        return None
    row = {"number": value.number, "low": value.low, "high": value.high, "unit": value.unit}
    return without_empty(row | {"bound": value.bound})
