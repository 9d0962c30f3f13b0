"""Sizes of lines to where each shard begins."""

from __future__ import annotations

from collections.abc import Sequence


def slices(sizes: Sequence[int], limit: int) -> list[int]:
    """Numbers of the first lines: a shard ends before the line that would make it larger than the limit."""
    starts, filled = [0], 0
    for number, size in enumerate(sizes):
        if filled and filled + size > limit:
            starts.append(number)
            filled = 0
        filled += size + 1
    return starts
