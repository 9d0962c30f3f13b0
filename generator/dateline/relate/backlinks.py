"""Corpus to the ways back: for each record, which others name it and how."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeVar

from dateline.model.actor import Actor
from dateline.model.brief import Brief
from dateline.model.claim import Claim, Link
from dateline.model.corpus import Corpus
from dateline.relate import prose
from dateline.relate.ends import Tie, ties_of
from dateline.relate.passages import PassageKind, desk_texts
from dateline.relate.sentences import sentence_at

T = TypeVar("T")


class Written(NamedTuple):
    """A `[[link]]` in a brief's prose."""

    brief: str
    kind: PassageKind
    key: str
    sentence: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Backlinks:
    """Who names whom; each mapping by the id that is named, each list in the order of pages."""

    involved: Mapping[str, tuple[str, ...]]
    """Slug to actors: those declared, then those who speak, are spoken about, or take part in its events."""
    briefs_by_actor: Mapping[str, tuple[str, ...]]
    claims_by: Mapping[str, tuple[str, ...]]
    """Actor to the claims it makes, as `slug#id`."""
    claims_about: Mapping[str, tuple[str, ...]]
    """Actor, topic or brief to the claims about it."""
    ties: Mapping[str, tuple[Tie, ...]]
    """Actor to the relations that others declare to it."""
    ties_of: Mapping[str, tuple[Tie, ...]]
    """Actor to all its relations: those it declares, then those others declare to it, each once."""
    ties_by_claim: Mapping[str, tuple[Tie, ...]]
    """Claim to the relations that rest on it."""
    questions_about: Mapping[str, tuple[str, ...]]
    """Actor, topic or brief to the questions about it."""
    related_from: Mapping[str, tuple[str, ...]]
    """Brief to the briefs whose editors name it as related."""
    articles_by_source: Mapping[str, tuple[str, ...]]
    claims_by_article: Mapping[str, tuple[str, ...]]
    """`slug/name` to the claims that rest on it."""
    briefs_by_topic: Mapping[str, tuple[str, ...]]
    narrower: Mapping[str, tuple[str, ...]]
    """Topic to the topics under it."""
    links_to_claim: Mapping[str, tuple[tuple[str, Link], ...]]
    """Claim to the claims that support, contradict, update… it."""
    events_by_claim: Mapping[str, tuple[str, ...]]
    """Claim to the dates that rest on it."""
    superseded_by: Mapping[str, tuple[str, ...]]
    claims_by_question: Mapping[str, tuple[str, ...]]
    written: Mapping[str, tuple[Written, ...]]
    """Whatever a `[[link]]` names, by what stands between the brackets."""


def backlinks(corpus: Corpus) -> Backlinks:
    """All ways back in a corpus."""
    briefs, claims = corpus.briefs.values(), tuple(corpus.claims.values())
    ties = tuple(_ties(corpus.actors.values()))
    ties_to = _groups((tie.relation.to, tie) for tie in ties)
    involved = {brief.id: tuple(dict.fromkeys(_involved(brief, corpus))) for brief in briefs}
    return Backlinks(
        involved=involved,
        briefs_by_actor=_index((actor, slug) for slug, actors in involved.items() for actor in actors),
        claims_by=_index((actor, claim.ref) for claim in claims for actor in claim.by),
        claims_about=_index((subject, claim.ref) for claim in claims for subject in claim.about),
        ties=ties_to,
        ties_of=_groups(
            (id_, tie) for id_, actor in corpus.actors.items() for tie in ties_of(actor, ties_to.get(id_, ()))
        ),
        ties_by_claim=_groups((ref, tie) for tie in ties for ref in tie.relation.claims),
        questions_about=_index((id_, asked.id) for asked in corpus.questions.values() for id_ in asked.about),
        related_from=_index((item.brief, brief.id) for brief in briefs for item in brief.related),
        articles_by_source=_index((article.source, ref) for ref, article in corpus.articles.items() if article.source),
        claims_by_article=_index((item.article, claim.ref) for claim in claims for item in claim.evidence),
        briefs_by_topic=_index((topic, brief.id) for brief in briefs for topic in brief.topics),
        narrower=_index((wider, topic.id) for topic in corpus.topics.values() for wider in topic.broader),
        links_to_claim=_groups(_links(claims)),
        events_by_claim=_index((ref, event.ref) for event in corpus.events.values() for ref in event.claims),
        superseded_by=_index((old, brief.id) for brief in briefs for old in brief.supersedes),
        claims_by_question=_index((claim.answers, claim.ref) for claim in claims if claim.answers),
        written=_groups(_written(corpus)),
    )


def _index(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Ids under each key, each once."""
    return _groups(dict.fromkeys(pairs))


def _groups(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(groups[key]) for key in sorted(groups)}


def _involved(brief: Brief, corpus: Corpus) -> Iterator[str]:
    yield from (item.actor for item in brief.actors)
    for claim in brief.claims:
        yield from claim.by
        yield from (subject for subject in claim.about if subject in corpus.actors)
    for event in brief.dates:
        yield from (item.actor for item in event.who)


def _ties(actors: Iterable[Actor]) -> Iterator[Tie]:
    for actor in actors:
        yield from (Tie(actor.id, relation) for relation in actor.relations)


def name_of(target: str, corpus: Corpus) -> str:
    """What a reader sees for a link without words of its own."""
    if target in corpus.claims:
        return corpus.claims[target].says
    if target in corpus.heads:
        return corpus.heads[target].title
    named = corpus.actors.get(target) or corpus.topics.get(target) or corpus.sources.get(target)
    return named.name if named else target


def _links(claims: Iterable[Claim]) -> Iterator[tuple[str, tuple[str, Link]]]:
    for claim in claims:
        for link in claim.links:
            yield link.to, (claim.ref, link)


def _written(corpus: Corpus) -> Iterator[tuple[str, Written]]:
    def label(link: re.Match[str]) -> str:
        return link[2] or name_of(link[1].strip(), corpus)

    for passage in (each for brief in corpus.briefs.values() for each in desk_texts(brief)):
        if "[[" in passage.text:
            for target, sentence in _links_in(passage.text):
                said = prose.WIKI_LINK.sub(label, sentence)
                yield target, Written(passage.brief, passage.kind, passage.key, said)


@lru_cache(maxsize=1 << 14)
def _links_in(text: str) -> tuple[tuple[str, str], ...]:
    """The links in a text, each with its sentence; kept, as the same texts are asked for whole, as shown, and again."""
    return tuple(
        (match[1].strip(), sentence_at(run, match.start()))
        for run in prose.visible(text)
        for match in prose.WIKI_LINK.finditer(run)
    )
