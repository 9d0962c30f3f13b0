"""Entries to an inverted index: stems, who has them and where, in the order that shards keep."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dateline.publish.search.entry import Entry
from dateline.publish.search.lengths import LEVELS, level
from dateline.publish.search.numbering import Numbered, numbered
from dateline.publish.search.tokens import Token, tokens

TITLE_WEIGHT = 4
"""A word of a title counts as so many words of the text."""
NAME_WEIGHT = 16
"""One of a name, by which the thing itself stands before what is said of it."""
NAMED = frozenset({"actor", "source", "topic"})
K1, B = 1.2, 0.75
"""BM25's usual constants: how soon repetition stops to matter, and how much length does."""


class Postings(NamedTuple):
    """Who has a stem: three columns, in order of entries."""

    entries: tuple[int, ...]
    weights: tuple[int, ...]
    """Its occurrences in each, those in the title times its weight."""
    positions: tuple[tuple[int, ...], ...]
    """Where in each, counted in words; title, names, text and date have a gap between them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Index:
    """All that a search needs."""

    entries: tuple[Entry, ...]
    """By number; those of a page stand together."""
    levels: tuple[int, ...]
    """Length of each entry, quantised."""
    mean: float
    """Mean of the quantised lengths in words."""
    postings: Mapping[str, Postings]
    """By stem, in the order of UTF-16."""
    rarity: Mapping[str, int]
    """Inverse document frequency of each stem in whole thousandths, which two libraries' logarithms agree on."""
    forms: Mapping[str, tuple[str, ...]]
    """Folded form to its stems: one, unless languages differ."""

    @property
    def common(self) -> int:
        """The rarity below which a word is not required: more than a quarter of all entries have it."""
        return common(len(self.entries))


def rarity(total: int, having: int) -> int:
    """BM25's inverse document frequency in thousandths, never negative."""
    return round(1000 * math.log(1 + (total - having + 0.5) / (having + 0.5)))


def common(total: int) -> int:
    """The rarity of a word that a quarter of so many entries have."""
    return rarity(total, max(1, total // 4))


def index(entries: Iterable[Entry]) -> Index:
    """The index of entries; their order does not matter."""
    return _assembled(numbered(entries))


class Words(NamedTuple):
    """One entry, read."""

    stems: dict[str, list[int]]
    """The weight of each, then its positions."""
    forms: set[Token]
    length: int


def words_of(entry: Entry) -> Words:
    """The stems of an entry."""
    stems: dict[str, list[int]] = {}
    forms: set[Token] = set()
    position = length = 0
    title = NAME_WEIGHT if entry.kind in NAMED else TITLE_WEIGHT
    for text, weight in ((entry.title, title), (entry.names, title), (entry.text, 1), (entry.said, 1)):
        found = tokens(text, entry.language)
        forms.update(found)
        for place, (_, stem) in enumerate(found, position):
            line = stems.get(stem)
            if line is None:
                stems[stem] = [weight, place]
            else:
                line[0] += weight
                line.append(place)
        length += len(found)
        position += len(found) + 1
    return Words(stems, forms, length)


def _assembled(given: Numbered) -> Index:
    lines: defaultdict[str, tuple[list[int], list[int], list[tuple[int, ...]]]] = defaultdict(lambda: ([], [], []))
    known: set[Token] = set()
    levels: list[int] = []
    for number, entry in enumerate(given.entries):
        found = words_of(entry)
        levels.append(level(found.length))
        for stem, line in found.stems.items():
            entries, weights, positions = lines[stem]
            entries.append(number)
            weights.append(line[0])
            positions.append(tuple(line[1:]))
        known |= found.forms
    total = len(given.entries)
    return Index(
        entries=given.entries,
        levels=tuple(levels),
        mean=sum(LEVELS[each] for each in levels) / max(1, total) or 1.0,
        postings={
            stem: Postings(tuple(lines[stem][0]), tuple(lines[stem][1]), tuple(lines[stem][2]))
            for stem in sorted(lines, key=by_unit)
        },
        rarity={stem: rarity(total, len(of[0])) for stem, of in lines.items()},
        forms=_forms(known),
    )


def _forms(known: Iterable[Token]) -> Mapping[str, tuple[str, ...]]:
    stems: defaultdict[str, set[str]] = defaultdict(set)
    for form, stem in known:
        stems[form].add(stem)
    return {form: tuple(sorted(stems[form], key=by_unit)) for form in sorted(stems, key=by_unit)}


def by_unit(text: str) -> bytes:
    """What JavaScript orders texts by: their UTF-16 code units."""
    return text.encode("utf-16-be")
