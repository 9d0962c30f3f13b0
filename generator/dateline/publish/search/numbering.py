"""Entries to numbers that stay when others come and go: a bucket by the hash of the page, then a place in it."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from dateline.publish.search.entry import Entry

BUCKET = 16
"""Entries in a bucket, at most, on average: what is loaded to show one of them."""
TOGETHER = 12
"""Neighbours on a page that stand in one bucket; a longer page has several."""


class Numbered(NamedTuple):
    """Entries in their order."""

    entries: tuple[Entry, ...]
    """By bucket, then by address."""
    sizes: tuple[int, ...]
    """How many entries each bucket has; one entry more or less changes one of them."""


def numbered(entries: Iterable[Entry]) -> Numbered:
    """Entries by bucket; the order they are given in does not matter.

    The number of buckets is a power of two, so that a desk that grows shuffles them once for each doubling.
    """
    given = sorted(entries, key=lambda entry: (_page(entry), entry.url, entry.kind, entry.id))
    count = 1
    while len(given) > count * BUCKET:
        count *= 2
    buckets: list[list[Entry]] = [[] for _ in range(count)]
    before: defaultdict[str, int] = defaultdict(int)
    for entry in given:
        page = _page(entry)
        buckets[zlib.crc32(f"{page}\n{before[page] // TOGETHER}".encode()) % count].append(entry)
        before[page] += 1
    return Numbered(tuple(entry for bucket in buckets for entry in bucket), tuple(map(len, buckets)))


def spread(sizes: tuple[int, ...]) -> list[int]:
    """A number for each entry that only those of its own bucket can move: every bucket has room for the same many."""
    width = room(sizes)
    return [bucket * width + place for bucket, size in enumerate(sizes) for place in range(size)]


def room(sizes: tuple[int, ...]) -> int:
    """The least power of two from 32 up that no bucket's size exceeds."""
    return max(32, 1 << (max(sizes, default=0) - 1).bit_length())


def _page(entry: Entry) -> str:
    return entry.url.partition("#")[0]
