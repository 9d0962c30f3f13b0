"""Passages of which earlier runs, or other states of the desk, know whom they name, to their mentions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from dateline.model.corpus import Corpus
from dateline.read.aside import aside
from dateline.read.kept import Lore, key_of
from dateline.read.processors import processors
from dateline.relate import prose
from dateline.relate.backlinks import name_of
from dateline.relate.lexicon import Lexicon
from dateline.relate.mentions import Ambiguity, Mention, Mentions, declared_actors, gathered, mentions_in
from dateline.relate.passages import passages_of
from dateline.relate.remembered import at_of, kind_of, plain_at
from dateline.relate.states import are_same

FEWEST: Final = 200
"""Briefs for which another process is started; fewer are read in less time than that takes."""


def mentions_aside(corpus: Corpus, names: Lexicon, lore: Lore) -> Callable[[], Mentions]:
    """What waits for `mentions_kept`; they are looked for from now on where nothing is known or kept of them."""

    def found() -> Mentions:
        return mentions_kept(corpus, names, lore)

    pays = len(corpus.briefs) >= FEWEST and processors() > 1 and not lore.lasts
    return aside(found) if pays else found


def mentions_kept(corpus: Corpus, names: Lexicon, lore: Lore) -> Mentions:
    """The mentions in all printed passages, in the order of pages.

    What `lore` knows of a brief is not looked for again where its files, all names, and what its links lead to are the
    same.
    """
    kept, all_names = lore.of("mentions"), names.key

    def found(slug: str) -> Iterable[Mention | Ambiguity]:
        key = key_of(_read_for(slug, corpus, all_names))
        known = kept.known(slug, key, lambda value: _known(value, slug, corpus))
        if known is None:
            known = tuple(mentions_in(slug, names, corpus))
            kept.keep(slug, key, _plain(known, slug, corpus))
        return known

    everywhere = gathered(each for slug in corpus.briefs for each in found(slug))
    kept.close(corpus.briefs)
    return everywhere


def _read_for(slug: str, corpus: Corpus, all_names: bytes) -> Iterator[str | bytes]:
    """All that the mentions in a brief depend on, but for what its links lead to."""
    yield all_names
    yield from sorted(declared_actors(corpus, slug))
    for at in (corpus.briefs[slug].at, *(article.at for article in corpus.articles_by_brief[slug])):
        yield at.file
        yield corpus.key_of(at.file)


def _ends(targets: Iterable[str], corpus: Corpus) -> list[list[str]]:
    """What links lead to, as a reader sees it in a sentence, and as an actor is called."""
    named = ((target, corpus.actors.get(target)) for target in targets)
    return [[target, name_of(target, corpus), actor.name if actor else ""] for target, actor in named]


def _plain(found: Iterable[Mention | Ambiguity], slug: str, corpus: Corpus) -> list[object]:
    rows = [
        [*each[:2], plain_at(each.at)] if isinstance(each, Ambiguity) else [each.actor, *each[2:]] for each in found
    ]
    return [_ends(sorted(_targets(slug, corpus)), corpus), rows]


def _known(value: Any, slug: str, corpus: Corpus) -> Sequence[Mention | Ambiguity]:
    """The mentions of a brief as they are kept; ValueError where a link leads to something else by now."""
    ends, rows = value
    if ends != _ends((target for target, _, _ in ends), corpus):
        raise ValueError(slug)
    return [_of_row(row, slug) for row in rows]


def _of_row(row: list[Any], slug: str) -> Mention | Ambiguity:
    if len(row) == len(Ambiguity._fields):
        name, actors, at = row
        return Ambiguity(str(name), tuple(map(str, actors)), at_of(at))
    actor, kind, key, sentence, name = row
    return Mention(actor, slug, kind_of(kind), key, sentence, name)


def mentions_of_part(corpus: Corpus, names: Lexicon, whole: Corpus, known: Mentions) -> Mentions:
    """The mentions in a corpus whose texts and names are those of a whole whose mentions are known."""
    unclear = {ambiguity.at.file for ambiguity in known.ambiguous}

    def found(slug: str) -> Iterable[Mention | Ambiguity]:
        if corpus.briefs[slug].at.file not in unclear and _reads_the_same(slug, corpus, whole):
            return known.by_brief.get(slug, ())
        return mentions_in(slug, names, corpus)

    return gathered(each for slug in corpus.briefs for each in found(slug))


def mentions_beside(corpus: Corpus, names: Lexicon, other: Corpus, known: Mentions) -> Mentions:
    """The mentions in a corpus beside another whose mentions are known: shared for briefs that are the same in both."""
    if not are_same(corpus.actors, other.actors):
        return gathered(each for slug in corpus.briefs for each in mentions_in(slug, names, corpus))
    unclear = {ambiguity.at.file for ambiguity in known.ambiguous}

    def found(slug: str) -> Iterable[Mention | Ambiguity]:
        is_shared = are_same(corpus.briefs, other.briefs, [slug]) and corpus.briefs[slug].at.file not in unclear
        if is_shared and _has_same_articles(slug, corpus, other) and _reads_the_same(slug, corpus, other):
            return known.by_brief.get(slug, ())
        return mentions_in(slug, names, corpus)

    return gathered(each for slug in corpus.briefs for each in found(slug))


def _has_same_articles(slug: str, corpus: Corpus, other: Corpus) -> bool:
    mine, theirs = corpus.articles_by_brief[slug], other.articles_by_brief[slug]
    return len(mine) == len(theirs) and all(one is another for one, another in zip(mine, theirs, strict=True))


def _reads_the_same(slug: str, corpus: Corpus, whole: Corpus) -> bool:
    """Whether a part of a corpus shows all texts of a brief, and all that their links lead to."""
    return len(corpus.briefs[slug].claims) == len(whole.briefs[slug].claims) and all(
        name_of(target, corpus) == name_of(target, whole) for target in _targets(slug, corpus)
    )


def _targets(slug: str, corpus: Corpus) -> set[str]:
    """What the links in a brief's texts lead to."""
    texts = [passage.text for passage in passages_of(slug, corpus)]
    return {link[1].strip() for text in texts if "[[" in text for link in prose.WIKI_LINK.finditer(text)}
