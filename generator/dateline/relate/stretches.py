"""Stretches of a text that names take to those that are chosen: the longest, and no half of a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.relate.whole_words import other_halves


def longest_first(
    stretches: Iterable[tuple[int, int]], taken: Iterable[tuple[int, int]], length: int
) -> list[tuple[int, int]]:
    """The stretches that overlap no longer one, nor anything taken, in the order of the text."""
    ordered = sorted(stretches, key=lambda stretch: (stretch[0] - stretch[1], stretch))
    if not ordered:
        return []
    covered, chosen = bytearray(length), []
    for start, end in taken:
        covered[start:end] = b"\1" * (end - start)
    for start, end in ordered:
        if covered.find(1, start, end) < 0:
            covered[start:end] = b"\1" * (end - start)
            chosen.append((start, end))
    return sorted(chosen)


def without_halves(text: str, stretches: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches that are not one half of a compound name, unless the other half is a name as well."""
    starts, ends = {start for start, _ in stretches}, {end for _, end in stretches}
    for start, end in stretches:
        before, after = other_halves(text, start, end)
        if (before is None or before in ends) and (after is None or after in starts):
            yield start, end
