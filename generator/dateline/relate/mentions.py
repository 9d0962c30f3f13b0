"""Passages to the actors they name, each with the sentence that names it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dateline.findings import At
from dateline.model.corpus import Corpus
from dateline.relate import prose
from dateline.relate.backlinks import name_of
from dateline.relate.lexicon import Lexicon
from dateline.relate.passages import Passage, PassageKind, passages_of
from dateline.relate.sentences import Sentence, sentences


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
    return gathered(found for slug in corpus.briefs for found in mentions_in(slug, names, corpus))


def mentions_in(slug: str, names: Lexicon, corpus: Corpus) -> Iterator[Mention | Ambiguity]:
    """The mentions in the texts of one brief."""
    preferred = declared_actors(corpus, slug)
    for passage in passages_of(slug, corpus):
        yield from _in(passage, names, corpus, preferred)


def gathered(found: Iterable[Mention | Ambiguity]) -> Mentions:
    """Mentions in the order of pages to who is named where."""
    by_actor: dict[str, list[Mention]] = {}
    by_brief: dict[str, list[Mention]] = {}
    unclear: dict[tuple[str, str], Ambiguity] = {}
    for each in found:
        if isinstance(each, Ambiguity):
            unclear.setdefault((each.at.file, each.name), each)
        else:
            by_actor.setdefault(each.actor, []).append(each)
            by_brief.setdefault(each.brief, []).append(each)
    return Mentions(_frozen(by_actor), _frozen(by_brief), tuple(unclear.values()))


def declared_actors(corpus: Corpus, slug: str) -> frozenset[str]:
    """The ids under a brief's `actors:`, which decide between actors of one name."""
    return frozenset(item.actor for item in corpus.briefs[slug].actors)


class _Named(NamedTuple):
    start: int
    end: int
    actors: tuple[str, ...]
    written: str


def _in(passage: Passage, names: Lexicon, corpus: Corpus, preferred: frozenset[str]) -> Iterator[Mention | Ambiguity]:
    seen: set[str] = set()
    linking = passage.kind != "article"
    for run in prose.visible(passage.text):
        named = _named(run, names, corpus, preferred) if linking else _spans(run, 0, len(run), names, preferred)
        found = [name for name in named if not seen.issuperset(name.actors)]
        whole = sentences(run) if found else ()
        for name in found:
            if len(name.actors) > 1:
                yield Ambiguity(name.written, name.actors, passage.at)
            elif name.actors[0] not in seen:
                seen.add(name.actors[0])
                around = _around(run, whole, name)
                sentence = _read(around, corpus) if linking else " ".join(around.split())
                yield Mention(name.actors[0], passage.brief, passage.kind, passage.key, sentence, name.written)


def _named(run: str, names: Lexicon, corpus: Corpus, preferred: frozenset[str]) -> Iterator[_Named]:
    """The names in a run of text, and the actors its `[[links]]` lead to; the words within a link name nobody else."""
    end = 0
    for link in prose.WIKI_LINK.finditer(run):
        yield from _spans(run, end, link.start(), names, preferred)
        target = link[1].strip()
        if target in corpus.actors:
            yield _Named(*link.span(), (target,), (link[2] or corpus.actors[target].name).strip())
        end = link.end()
    yield from _spans(run, end, len(run), names, preferred)


def _spans(run: str, start: int, end: int, names: Lexicon, preferred: frozenset[str]) -> Iterator[_Named]:
    piece = run[start:end]
    for span in names.spans(piece, preferred):
        written = " ".join(piece[span.start : span.end].split())
        yield _Named(start + span.start, start + span.end, span.actors, written)


def _read(sentence: str, corpus: Corpus) -> str:
    """A sentence on one line, its `[[links]]` as a reader sees them."""
    shown = prose.WIKI_LINK.sub(lambda link: link[2] or name_of(link[1].strip(), corpus), sentence)
    return " ".join(shown.split())


def _around(run: str, whole: tuple[Sentence, ...], name: _Named) -> str:
    place = bisect_right(whole, name.start, key=lambda sentence: sentence.start) - 1
    return whole[place].text if place >= 0 else run


def _frozen(groups: Mapping[str, list[Mention]]) -> Mapping[str, tuple[Mention, ...]]:
    return {key: tuple(groups[key]) for key in sorted(groups)}
