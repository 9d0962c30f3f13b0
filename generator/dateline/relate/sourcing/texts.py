"""Corpus to how much text any two of its articles share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Final

from dateline.model.corpus import Corpus
from dateline.read.kept import Kept, key_of
from dateline.relate.sourcing.boilerplate import Boilerplate, boilerplate
from dateline.relate.sourcing.shingles import Wording, containment, wording

Pair = tuple[str, str]
"""Two article ids, the lesser first."""
_ALL_PAIRS: Final = 40
"""Articles up to which every pair is compared; 780 exact comparisons take some 20 ms."""
_SAMPLE: Final = 4
"""One shingle in so many is indexed: of 50 in common, all are missed once in two million pairs."""
_REACH: Final = 8
"""Of many articles with the same shingle each is compared with so many that follow, and copies stay linear."""
_KEPT: Final = 128
"""Wordings kept for the next claim, which often cites the same articles: some 10 MB."""


class Texts:
    """How much text articles share, each pair worked out when it is first asked for."""

    def __init__(self, corpus: Corpus, known: dict[Pair, float] | None = None, kept: Kept | None = None) -> None:
        self._corpus = corpus
        self._kept = kept
        self._shares = {} if known is None else known
        self._wording = lru_cache(maxsize=_KEPT)(self._read)

    def within(self, part: Corpus) -> Texts:
        """The same for a part of the corpus: what is known of its pairs is known there, if the same lines recur."""
        texts = Texts(part)
        return Texts(part, self._shares) if texts.boilerplate == self.boilerplate else texts

    def beside(self, other: Corpus) -> Texts:
        """The same for another state of the corpus: what is known of pairs that both have, if the same lines recur."""
        texts, mine, theirs = Texts(other), self._corpus.articles, other.articles
        same = {ref for ref, article in theirs.items() if mine.get(ref) is article}
        if len(same) == len(mine) == len(theirs):
            texts.boilerplate = self.boilerplate
        if texts.boilerplate == self.boilerplate:
            texts._shares = {pair: share for pair, share in self._shares.items() if same.issuperset(pair)}
        return texts

    def shares(self, refs: Sequence[str]) -> Mapping[Pair, float]:
        """The containment (0 to 1) of each pair that may share text, for articles in order of their ids.

        The desk's own summaries share nothing with anything: their words are not the article's.
        """
        readable = [ref for ref in refs if self._is_readable(ref)]
        if len(readable) > _ALL_PAIRS:
            return self._shares_of_many(readable)
        pairs = list(combinations(readable, 2))
        for pair in pairs:
            if pair not in self._shares:
                self._shares[pair] = self._shared_by(*pair)
        return {pair: self._shares[pair] for pair in pairs if self._shares[pair]}

    def _shared_by(self, a: str, b: str) -> float:
        """The containment of a pair, from the memory where both texts and all lines that recur are the same."""
        if self._kept is None:
            return containment(self._wording(a), self._wording(b))
        name, key = f"{a} {b}", key_of((self._key_of(a), self._key_of(b), self._recurring))
        known = self._kept.known(name, key, float)
        if known is None:
            known = containment(self._wording(a), self._wording(b))
            self._kept.keep(name, key, known)
        return known

    def _key_of(self, ref: str) -> bytes:
        return self._corpus.key_of(self._corpus.articles[ref].at.file)

    @cached_property
    def _recurring(self) -> bytes:
        return key_of(sorted(self.boilerplate.lines))

    def close(self) -> None:
        """All claims have been asked for: keep what their articles share."""
        if self._kept:
            self._kept.close(f"{a} {b}" for a, b in self._shares)

    def set_aside_in(self, ref: str) -> Sequence[str]:
        """The lines of an article that are boilerplate because they recur."""
        return self.boilerplate.within(self._corpus.articles[ref].body)

    def _shares_of_many(self, refs: Sequence[str]) -> Mapping[Pair, float]:
        wordings = {ref: self._read(ref) for ref in refs}
        return {(a, b): containment(wordings[a], wordings[b]) for a, b in sorted(set(_candidates(wordings)))}

    def _is_readable(self, ref: str) -> bool:
        article = self._corpus.articles[ref]
        return article.text != "summary" and bool(article.body.strip())

    def _read(self, ref: str) -> Wording:
        return wording(self._corpus.articles[ref].body, self.boilerplate)

    @cached_property
    def boilerplate(self) -> Boilerplate:
        """What is set aside before texts are compared."""
        return boilerplate(self._corpus)


def _candidates(wordings: Mapping[str, Wording]) -> Iterator[Pair]:
    first: dict[int, str] = {}
    repeated: dict[int, list[str]] = {}
    for ref, text in wordings.items():
        for shingle in text.shingles:
            if shingle % _SAMPLE == 0 and first.setdefault(shingle, ref) is not ref:
                repeated.setdefault(shingle, [first[shingle]]).append(ref)
    for refs in repeated.values():
        for number, ref in enumerate(refs):
            for other in refs[number + 1 : number + 1 + _REACH]:
                yield ref, other
