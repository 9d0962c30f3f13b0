"""References to those by which something readers see names something they do not see."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import At, Finding, warning
from dateline.model.brief import Brief
from dateline.model.corpus import Corpus
from dateline.model.references import Reference, references
from dateline.relate.backlinks import Written

FAULT = warning("D216", "link-to-draft")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    corpus = inquiry.corpus
    hidden = _hidden(corpus)
    if not hidden:
        return
    for reference in _shown(corpus):
        if reference.id in hidden:
            yield _finding(reference.id, reference.at)
    for target in sorted(hidden & inquiry.relations.backlinks.written.keys()):
        for written in inquiry.relations.backlinks.written[target]:
            if (at := _place(written, corpus)) is not None:
                yield _finding(target, at)


def _finding(target: str, at: At) -> Finding:
    message = f"“{target}” is a draft, and readers will find nothing there"
    return FAULT.at(at, message, "publish it too, or take this out until then")


def _hidden(corpus: Corpus) -> frozenset[str]:
    """Ids of everything that is left out unless drafts are asked for."""
    briefs = {brief.id for brief in corpus.briefs.values() if brief.unpublished}
    claims = (claim.ref for claim in corpus.claims.values() if claim.state == "draft" or claim.brief in briefs)
    articles = (article.ref for article in corpus.articles.values() if article.brief in briefs)
    return frozenset((*briefs, *claims, *articles))


def _shown(corpus: Corpus) -> Iterator[Reference]:
    for brief in corpus.briefs.values():
        if not brief.unpublished:
            yield from references(_without_drafts(brief))
    for article in corpus.articles.values():
        if not corpus.briefs[article.brief].unpublished:
            yield from references(article)
    for shelf in (corpus.actors, corpus.questions):
        for record in shelf.values():
            yield from references(record)


def _without_drafts(brief: Brief) -> Brief:
    shown = tuple(claim for claim in brief.claims if claim.state != "draft")
    return brief if len(shown) == len(brief.claims) else brief.model_copy(update={"claims": shown})


def _place(written: Written, corpus: Corpus) -> At | None:
    """Where a link is written; None where readers do not see that either."""
    brief, ref = corpus.briefs[written.brief], f"{written.brief}#{written.key}"
    if brief.unpublished:
        return None
    if written.kind == "claim":
        return None if corpus.claims[ref].state == "draft" else corpus.claims[ref].at.to("says")
    return corpus.events[ref].at.to("what") if written.kind == "date" else brief.at.to(written.kind)


RULE = Rule(fault=FAULT, find=_find)
