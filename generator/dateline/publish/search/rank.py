"""An index and a query to ranked entries: BM25 in plain Python, which the browser has to agree with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dateline.publish.search.inverted import K1, B, Index
from dateline.publish.search.lengths import LEVELS
from dateline.publish.search.match import Forms, Meaning
from dateline.publish.search.query import Query, parse


class Ranked(NamedTuple):
    """What was found, before any filter."""

    entries: tuple[int, ...]
    """Numbers of entries, best first; equal ones by number."""
    scores: Mapping[int, float]
    instead: Mapping[str, str]
    """Words that were corrected, and to what."""
    missing: tuple[str, ...]
    """Words that nothing has."""


def search(index: Index, words: str, *, typing: bool = True, forms: Forms | None = None) -> Ranked:
    """Every entry that has all the words that are not common, best first; all entries when nothing was typed."""
    query = parse(words, typing=typing)
    known = forms or Forms(index)
    meanings = {word: known.meaning(word, begun=word == query.begun) for word in query.words}
    scores = _scores(index, meanings) if meanings else dict.fromkeys(range(len(index.entries)), 0.0)
    banned = {entry for phrase in query.without for entry in _having(index, known, phrase)}
    kept = _in_phrases(index, known, query, set(scores) - banned)
    return Ranked(
        entries=tuple(sorted(kept, key=lambda entry: (-scores[entry], entry))),
        scores=scores,
        instead={word: meaning.instead for word, meaning in meanings.items() if meaning.instead},
        missing=tuple(word for word, meaning in meanings.items() if not meaning.stems),
    )


def _scores(index: Index, meanings: Mapping[str, Meaning]) -> dict[int, float]:
    """The sum of every word's best stem; each required word must be there."""
    required = [word for word, meaning in meanings.items() if _is_required(index, meaning)] or list(meanings)
    found = {word: _of_word(index, meaning) for word, meaning in meanings.items()}
    entries = set.intersection(*(set(found[word]) for word in required))
    return {entry: _summed(found[word].get(entry, 0.0) for word in meanings) for entry in entries}


def _summed(scores: Iterable[float]) -> float:
    """The plain sum, one after the other: since Python 3.12 `sum` is more exact than a browser."""
    total = 0.0
    for score in scores:
        total += score
    return total


def _is_required(index: Index, meaning: Meaning) -> bool:
    return not any(index.rarity[stem] < index.common for stem, counts in meaning.stems.items() if counts == 1)


def _of_word(index: Index, meaning: Meaning) -> dict[int, float]:
    best: dict[int, float] = {}
    for stem, counts in meaning.stems.items():
        entries, weights, _ = index.postings[stem]
        for entry, weight in zip(entries, weights, strict=True):
            score = counts * _score(index, stem, entry, weight)
            if score > best.get(entry, 0.0):
                best[entry] = score
    return best


def _score(index: Index, stem: str, entry: int, weight: int) -> float:
    """BM25 of one stem in one entry; the order of operations is part of the format, since doubles round."""
    norm = K1 * (1 - B + B * (LEVELS[index.levels[entry]] / index.mean))
    return index.rarity[stem] * (weight * (K1 + 1)) / (weight + norm)


def _in_phrases(index: Index, forms: Forms, query: Query, entries: set[int]) -> set[int]:
    for phrase in query.phrases:
        entries &= set(_having(index, forms, phrase))
    return entries


def _having(index: Index, forms: Forms, phrase: tuple[str, ...]) -> Iterator[int]:
    """Entries where the words follow each other, by their stems; a phrase may be one word."""
    places = [_places(index, forms, word) for word in phrase]
    for entry, starts in places[0].items():
        if any(all(start + step in rest.get(entry, ()) for step, rest in enumerate(places)) for start in starts):
            yield entry


def _places(index: Index, forms: Forms, word: str) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for stem in forms.meaning(word, begun=False).stems:
        entries, _, positions = index.postings[stem]
        for entry, places in zip(entries, positions, strict=True):
            found.setdefault(entry, set()).update(places)
    return found
