"""Two lists to their pairs: the strictest likeness first, and the same pairs whichever list comes first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")
Likeness = Callable[[T], Hashable]
"""What two things of one meaning have in common; None where a thing has nothing of the kind."""
MOST_COMPARED = 20_000
"""Pairs whose words are compared when all else fails; beyond, things are taken for new and gone."""
ALIKE = 0.5
"""The share of words that two wordings of one thing have in common at least."""


class Pairs(NamedTuple):
    """Positions in the two lists, each list in order."""

    both: tuple[tuple[int, int], ...]
    gone: tuple[int, ...]
    new: tuple[int, ...]


def paired(
    before: Sequence[T], after: Sequence[T], keys: Iterable[Likeness[T]], words: Callable[[T], str] | None = None
) -> Pairs:
    """The pairs that share a key, tried one after another, and at last those whose words are most alike."""
    old, new = list(range(len(before))), list(range(len(after)))
    both: list[tuple[int, int]] = []
    for key in keys:
        both += _by_key(before, after, old, new, key)
    if words is not None and 0 < len(old) * len(new) <= MOST_COMPARED:
        both += _by_words(before, after, old, new, words)
    return Pairs(tuple(sorted(both)), tuple(old), tuple(new))


def _by_key(
    before: Sequence[T], after: Sequence[T], old: list[int], new: list[int], key: Likeness[T]
) -> list[tuple[int, int]]:
    """Pairs of one key, first with first; `old` and `new` keep what is left."""
    waiting: dict[Hashable, list[int]] = {}
    for place in new:
        if (shared := key(after[place])) is not None:
            waiting.setdefault(shared, []).append(place)
    found = []
    for place in old:
        shared = key(before[place])
        if shared is not None and waiting.get(shared):
            found.append((place, waiting[shared].pop(0)))
    _strike(found, old, new)
    return found


def _by_words(
    before: Sequence[T], after: Sequence[T], old: list[int], new: list[int], words: Callable[[T], str]
) -> list[tuple[int, int]]:
    texts = {("old", at): words(before[at]) for at in old} | {("new", at): words(after[at]) for at in new}
    ranked: list[tuple[float, str, str, int, int]] = []
    for one in old:
        for other in new:
            share = shared_words(texts["old", one], texts["new", other])
            if share >= ALIKE:
                # Ties are decided by the texts themselves, so that they fall the same way in both directions.
                first, second = sorted((texts["old", one], texts["new", other]))
                ranked.append((-share, first, second, one, other))
    found: list[tuple[int, int]] = []
    taken: set[tuple[str, int]] = set()
    for _, _, _, one, other in sorted(ranked):
        if not taken & {("old", one), ("new", other)}:
            taken |= {("old", one), ("new", other)}
            found.append((one, other))
    _strike(found, old, new)
    return found


def _strike(found: Sequence[tuple[int, int]], old: list[int], new: list[int]) -> None:
    ones, others = {one for one, _ in found}, {other for _, other in found}
    old[:] = [place for place in old if place not in ones]
    new[:] = [place for place in new if place not in others]


def shared_words(one: str, other: str) -> float:
    """The share of words that two texts have in common, 0 to 1."""
    mine, theirs = set(one.casefold().split()), set(other.casefold().split())
    return len(mine & theirs) / max(len(mine), len(theirs), 1)
