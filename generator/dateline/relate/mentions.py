"""Passages to the actors they name, each with the sentence that names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dateline.findings import At
from dateline.model.corpus import Corpus
from dateline.relate import prose
from dateline.relate.lexicon import Lexicon
from dateline.relate.passages import Passage, PassageKind, passages
from dateline.relate.sentences import sentence_at


class Mention(NamedTuple):
    """An actor named in a passage: the first time in that passage."""

    actor: str
    brief: str
    kind: PassageKind
    key: str
    """The claim's or date's id, or the article's name; empty for summary and body."""
    sentence: str
    """The sentence around the name, as a reader sees it."""
    name: str
    """The name as it is written there."""


class Ambiguity(NamedTuple):
    """A name that more than one actor has, and nothing decides between them."""

    name: str
    actors: tuple[str, ...]
    at: At
    """The passage."""


class Mentions(NamedTuple):
    """Who is named where."""

    by_actor: Mapping[str, tuple[Mention, ...]]
    by_brief: Mapping[str, tuple[Mention, ...]]
    ambiguous: tuple[Ambiguity, ...]


def mentions(corpus: Corpus, names: Lexicon) -> Mentions:
    """The mentions in all printed passages, in the order of pages."""
    by_actor: dict[str, list[Mention]] = {}
    by_brief: dict[str, list[Mention]] = {}
    unclear: dict[tuple[str, str], Ambiguity] = {}
    for passage in passages(corpus):
        preferred = declared_actors(corpus, passage.brief)
        for found in _in(passage, names, preferred):
            if isinstance(found, Ambiguity):
                unclear.setdefault((found.at.file, found.name), found)
            else:
                by_actor.setdefault(found.actor, []).append(found)
                by_brief.setdefault(passage.brief, []).append(found)
    return Mentions(_frozen(by_actor), _frozen(by_brief), tuple(unclear.values()))


def declared_actors(corpus: Corpus, slug: str) -> frozenset[str]:
    """The ids under a brief's `actors:`, which decide between actors of one name."""
    return frozenset(item.actor for item in corpus.briefs[slug].actors)


def _in(passage: Passage, names: Lexicon, preferred: frozenset[str]) -> Iterator[Mention | Ambiguity]:
    seen: set[str] = set()
    for run in prose.visible(passage.text):
        for span in names.spans(run, preferred):
            written = run[span.start : span.end]
            if len(span.actors) > 1:
                yield Ambiguity(written, span.actors, passage.at)
            elif span.actors[0] not in seen:
                seen.add(span.actors[0])
                sentence = sentence_at(run, span.start)
                yield Mention(span.actors[0], passage.brief, passage.kind, passage.key, sentence, written)


def _frozen(groups: Mapping[str, list[Mention]]) -> Mapping[str, tuple[Mention, ...]]:
    return {key: tuple(groups[key]) for key in sorted(groups)}
