"""The entries of one bucket to all that they give to the index: runs of postings, words, lengths, cards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from dateline.publish.search.answers import answer, card
from dateline.publish.search.entry import Entry
from dateline.publish.search.inverted import K1, B, words_of
from dateline.publish.search.lengths import LEVELS, level
from dateline.publish.search.line import Run
from dateline.publish.search.numbers import LETTERS, letters
from dateline.publish.search.tokens import Token

OUTSTANDING: Final = 8
"""Stems of an entry that may show it at once: those that weigh most in it."""
SHORT: Final = 3
"""Letters of a Latin stem that says too little for that, such as “the”."""
USUAL: Final = 100
"""Words that an entry is measured by here; the true mean moves with every edit."""
NORMS: Final = tuple(K1 * (1 - B + B * length / USUAL) for length in LEVELS)


class Filled(NamedTuple):
    """What a bucket gives."""

    runs: Mapping[str, Run]
    """By stem."""
    tokens: AbstractSet[Token]
    levels: str
    """A letter for the length of each entry."""
    words: int
    """Sum of the quantised lengths."""
    cards: tuple[str, ...]
    answers: tuple[str, ...]


def filled(entries: Sequence[Entry], base: int) -> Filled:
    """What entries give that have the numbers from `base` on."""
    runs: defaultdict[str, _Run] = defaultdict(_Run)
    known: set[Token] = set()
    levels = []
    for number, entry in enumerate(entries, base):
        found = words_of(entry)
        length = level(found.length)
        for stem, line in found.stems.items():
            runs[stem].add(number, line)
        for stem in _outstanding(found.stems):
            weight = found.stems[stem][0]
            runs[stem].stand(number, -weight / (weight + NORMS[length]))
        known |= found.forms
        levels.append(length)
    return Filled(
        runs={stem: run.made() for stem, run in runs.items()},
        tokens=known,
        levels="".join(LETTERS[each] for each in levels),
        words=sum(LEVELS[each] for each in levels),
        cards=tuple("\t".join(card(entry)) for entry in entries),
        answers=tuple(map(answer, entries)),
    )


def _outstanding(stems: Mapping[str, list[int]]) -> tuple[str, ...]:
    """The longer of two that weigh the same."""
    telling = [(-line[0], -len(stem), stem) for stem, line in stems.items() if len(stem) > SHORT or not stem.isascii()]
    heavy = [each for each in telling if each[0] < -1]  # most weigh 1, and are sorted only where they have to be
    return tuple(stem for *_, stem in sorted(heavy if len(heavy) >= OUTSTANDING else telling)[:OUTSTANDING])


class _Run:
    """A run while it grows."""

    __slots__ = ("first", "is_heavy", "last", "size", "standing", "where", "who")

    def __init__(self) -> None:
        self.first = self.last = self.size = 0
        self.is_heavy = False
        self.who = self.where = ""
        self.standing: tuple[tuple[int, int, float], ...] = ()

    def add(self, number: int, line: Sequence[int]) -> None:
        """Let an entry follow that has the stem with a weight and at some positions, as a list of these.

        For each entry it is written how many are skipped, doubled, plus one where the weight is not 1, and then the
        weight less 2; and how many positions there are, then each as the difference to the one before.
        """
        weight, before = line[0], 0
        if self.size:
            self.who += letters((number - self.last - 1) * 2 + (weight > 1))
        else:
            self.first, self.is_heavy = number, weight > 1
        if weight > 1:
            self.who += letters(weight - 2)
        where = letters(len(line) - 1)
        for place in line[1:]:
            where += letters(place - before)
            before = place
        self.where += where
        self.size += 1
        self.last = number

    def stand(self, number: int, rate: float) -> None:
        """Let the stem show the entry that was added last."""
        self.standing = (*self.standing, (number, self.size - 1, rate))

    def made(self) -> Run:
        """The run as it is."""
        return Run(self.first, self.last, self.size, self.is_heavy, self.who, self.where, self.standing)
