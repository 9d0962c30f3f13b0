"""Entries to an inverted index: stems, who has them and where, in the order that shards keep."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.publish.search.entry import Entry
from dateline.publish.search.lengths import LEVELS, level
from dateline.publish.search.tokens import Token, tokens

TITLE_WEIGHT = 4
"""A word of a title or name counts as so many words of the text."""
K1, B = 1.2, 0.75
"""BM25's usual constants: how soon repetition stops to matter, and how much length does."""

NEIGHBOURHOODS = 40
"""Entries stand together by words that at least one in so many has; rarer ones would scatter them."""


class Postings(NamedTuple):
    """Who has a stem: three columns, in order of entries."""

    entries: tuple[int, ...]
    weights: tuple[int, ...]
    """Its occurrences in each, those in the title times TITLE_WEIGHT."""
    positions: tuple[tuple[int, ...], ...]
    """Where in each, counted in words; title, names and text have a gap between them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Index:
    """All that a search needs."""

    entries: tuple[Entry, ...]
    """By number; entries with the same outstanding words stand together, so that few shards hold an answer."""
    levels: tuple[int, ...]
    """Length of each entry, quantised."""
    mean: float
    """Mean of the quantised lengths in words."""
    postings: Mapping[str, Postings]
    """By stem, in the order of UTF-16."""
    rarity: Mapping[str, int]
    """Inverse document frequency of each stem in thousandths, so that nobody needs a logarithm again."""
    forms: Mapping[str, tuple[str, ...]]
    """Folded form to its stems: one, unless languages differ."""

    @property
    def common(self) -> int:
        """The rarity below which a word is not required: more than a quarter of all entries have it."""
        return rarity(len(self.entries), max(1, len(self.entries) // 4))


def rarity(total: int, having: int) -> int:
    """BM25's inverse document frequency in thousandths, never negative."""
    return round(1000 * math.log(1 + (total - having + 0.5) / (having + 0.5)))


def index(entries: Iterable[Entry]) -> Index:
    """The index of entries; their order does not matter."""
    given = sorted(entries, key=lambda entry: (entry.kind, entry.id, entry.url))
    words = [_words(entry) for entry in given]
    having: defaultdict[str, int] = defaultdict(int)
    for found in words:
        for stem in found.stems:
            having[stem] += 1
    rare = {stem: rarity(len(given), count) for stem, count in having.items()}
    rarest = rarity(len(given), max(2, len(given) // NEIGHBOURHOODS))
    order = sorted(range(len(given)), key=lambda number: (_outstanding(words[number], rare, rarest), number))
    return _assembled([given[number] for number in order], [words[number] for number in order], rare)


class Words(NamedTuple):
    """One entry, read."""

    stems: dict[str, tuple[int, ...]]
    """The weight of each, then its positions: plain tuples, which the garbage collector leaves alone."""
    forms: set[Token]
    length: int


def _words(entry: Entry) -> Words:
    stems: dict[str, list[int]] = {}
    forms: set[Token] = set()
    position = length = 0
    for text, weight in ((entry.title, TITLE_WEIGHT), (entry.names, TITLE_WEIGHT), (entry.text, 1)):
        found = tokens(text, entry.language)
        forms.update(found)
        for token in found:
            line = stems.setdefault(token.stem, [0])
            line[0] += weight
            line.append(position)
            position += 1
        length += len(found)
        position += 1
    return Words({stem: tuple(line) for stem, line in stems.items()}, forms, length)


def _outstanding(words: Words, rare: Mapping[str, int], rarest: int) -> tuple[str, ...]:
    """The two stems that say most about an entry, of those that are no rarer than a limit."""
    stems = ((stem, line[0]) for stem, line in words.stems.items() if rare[stem] <= rarest)
    shared = ((rare[stem] * weight / (weight + K1), stem) for stem, weight in stems)
    return tuple(stem for _, stem in sorted(shared, key=lambda pair: (-pair[0], pair[1]))[:2])


def _assembled(entries: Sequence[Entry], words: Sequence[Words], rare: Mapping[str, int]) -> Index:
    lines: defaultdict[str, list[tuple[int, tuple[int, ...]]]] = defaultdict(list)
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for number, found in enumerate(words):
        for stem, line in found.stems.items():
            lines[stem].append((number, line))
        for form, stem in found.forms:
            forms[form].add(stem)
    levels = tuple(level(found.length) for found in words)
    return Index(
        entries=tuple(entries),
        levels=levels,
        mean=sum(LEVELS[each] for each in levels) / max(1, len(levels)) or 1.0,
        postings={stem: _postings(lines[stem]) for stem in sorted(lines, key=by_unit)},
        rarity=rare,
        forms={form: tuple(sorted(forms[form], key=by_unit)) for form in sorted(forms, key=by_unit)},
    )


def _postings(lines: Sequence[tuple[int, tuple[int, ...]]]) -> Postings:
    return Postings(
        tuple(number for number, _ in lines),
        tuple(line[0] for _, line in lines),
        tuple(line[1:] for _, line in lines),
    )


def by_unit(text: str) -> bytes:
    """What JavaScript orders texts by: their UTF-16 code units."""
    return text.encode("utf-16-be")
