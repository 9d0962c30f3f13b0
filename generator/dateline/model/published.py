"""The whole corpus to the one readers see: no drafts, and no reference to one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from dateline.model.actor import Actor
from dateline.model.brief import Brief
from dateline.model.claim import Claim
from dateline.model.corpus import Corpus
from dateline.model.event import Event
from dateline.model.record import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Veil:
    briefs: frozenset[str]
    """Slugs of briefs that are not shown."""
    claims: frozenset[str]
    """`slug#id` of claims that are not shown."""

    def brief(self, brief: Brief) -> Brief:
        return _with(
            brief,
            claims=tuple(self.claim(claim) for claim in brief.claims if claim.ref not in self.claims),
            dates=tuple(self.event(event) for event in brief.dates),
            related=tuple(link for link in brief.related if link.brief not in self.briefs),
            supersedes=tuple(slug for slug in brief.supersedes if slug not in self.briefs),
        )

    def claim(self, claim: Claim) -> Claim:
        evidence = (item for item in claim.evidence if item.article.partition("/")[0] not in self.briefs)
        return _with(
            claim,
            links=tuple(link for link in claim.links if link.to not in self.claims),
            evidence=tuple(evidence),
            about=tuple(subject for subject in claim.about if subject not in self.briefs),
        )

    def event(self, event: Event) -> Event:
        return _with(event, claims=tuple(ref for ref in event.claims if ref not in self.claims))

    def actor(self, actor: Actor) -> Actor:
        relations = (
            _with(relation, claims=tuple(ref for ref in relation.claims if ref not in self.claims))
            for relation in actor.relations
        )
        return _with(actor, relations=tuple(relations))


def _with(record: R, **fields: tuple[Any, ...]) -> R:
    """A record with other lists; itself where they are the same, so that what is known of it holds of what is shown."""
    changed = {name: items for name, items in fields.items() if not _is_same(items, getattr(record, name))}
    return record.model_copy(update=changed) if changed else record


def _is_same(some: tuple[Any, ...], others: tuple[Any, ...]) -> bool:
    return len(some) == len(others) and all(one is other for one, other in zip(some, others, strict=True))


def published(corpus: Corpus) -> Corpus:
    """The corpus without unpublished briefs, their articles, draft claims, and whatever points at them."""
    briefs = frozenset(brief.id for brief in corpus.briefs.values() if brief.unpublished)
    claims = frozenset(claim.ref for claim in corpus.claims.values() if claim.state == "draft" or claim.brief in briefs)
    if not briefs and not claims:
        return corpus
    veil = _Veil(briefs=briefs, claims=claims)
    answered = {claim.answers for claim in corpus.claims.values() if claim.ref not in claims}
    return replace(
        corpus,
        briefs={slug: veil.brief(brief) for slug, brief in corpus.briefs.items() if slug not in briefs},
        articles={ref: article for ref, article in corpus.articles.items() if article.brief not in briefs},
        actors={id_: veil.actor(actor) for id_, actor in corpus.actors.items()},
        questions={
            id_: question for id_, question in corpus.questions.items() if question.asks or question.id in answered
        },
    )
