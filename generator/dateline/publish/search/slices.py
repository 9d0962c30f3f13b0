"""Stems in order to where each shard begins, so that what changes in one place moves no shard elsewhere."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

ANCHORS = 96
"""One stem in so many begins a shard, whatever stands before it: from there on nothing has moved."""


def slices(stems: Sequence[str], sizes: Sequence[int], limit: int) -> list[int]:
    """Numbers of the first lines: at an anchor, and before a line that would make a shard larger than the limit."""
    starts, filled = [0], 0
    for number, (stem, size) in enumerate(zip(stems, sizes, strict=True)):
        if filled and (filled + size > limit or zlib.crc32(stem.encode("utf-8", "surrogatepass")) % ANCHORS == 0):
            starts.append(number)
            filled = 0
        filled += size + 1
    return starts
