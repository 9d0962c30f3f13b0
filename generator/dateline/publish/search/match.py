"""A typed word to the stems it may mean: its own, those it begins, or those of the nearest word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.publish.search.inverted import Index, by_unit

EXPANSIONS = 256
"""Forms that the beginning of a word may grow into, in their order."""
BEGUN = 0.5
"""What a word counts that only begins like the typed one."""
SHORTEST_BEGINNING, SHORTEST_FORGIVEN = 2, 4


class Meaning(NamedTuple):
    """What a typed word is taken for."""

    stems: dict[str, float]
    """Stems and what each counts."""
    instead: str | None
    """The form it was corrected to."""


class Forms:
    """The forms of an index in order."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.ordered: Sequence[str] = tuple(index.forms)
        self.keys = [by_unit(form) for form in self.ordered]

    def beginning(self, with_: str) -> Iterator[str]:
        """Every form that begins so, in order."""
        at = bisect_left(self.keys, by_unit(with_))
        while at < len(self.ordered) and self.ordered[at].startswith(with_):
            yield self.ordered[at]
            at += 1

    def meaning(self, word: str, *, begun: bool) -> Meaning:
        """The stems of a word; with one error forgiven only where nothing else is found."""
        stems = dict.fromkeys(self.index.forms.get(word, ()), 1.0)
        if begun and len(word) >= SHORTEST_BEGINNING:
            for form, _ in zip(self.beginning(word), range(EXPANSIONS), strict=False):
                for stem in self.index.forms[form]:
                    stems.setdefault(stem, BEGUN)
        if stems:
            return Meaning(stems, None)
        nearest = self.nearest(word)
        return Meaning(dict.fromkeys(self.index.forms[nearest], 1.0) if nearest else {}, nearest)

    def nearest(self, word: str) -> str | None:
        """The most used form that one typing error away; its first letter is right, doubled, extra or swapped."""
        if len(word) < SHORTEST_FORGIVEN or any(letter.isdecimal() for letter in word):
            return None
        shifted = (word[1:], word[1] + word[0] + word[2:])
        candidates = {form for form in self.beginning(word[0]) if is_one_off(word, form)}
        candidates |= {form for form in shifted if form in self.index.forms}
        return min(candidates, key=lambda form: (self._rarity(form), by_unit(form)), default=None)

    def _rarity(self, form: str) -> int:
        return min(self.index.rarity[stem] for stem in self.index.forms[form])


def is_one_off(one: str, other: str) -> bool:
    """Whether one letter too many, too few or wrong, or two swapped ones, make the difference."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, others = one[at:], other[at:]
    if len(rest) == len(others):
        return rest[1:] == others[1:] or (rest[:2] == others[1::-1] and rest[2:] == others[2:])
    return rest[1:] == others or rest == others[1:]
