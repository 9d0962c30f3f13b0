"""Entries to numbers that stay when others come and go: a bucket by the hash of the page, then a place in it."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from dateline.publish.search.entry import Entry

BUCKET: Final = 16
"""Entries in a bucket, at most, on average: what is loaded to show one of them."""
TOGETHER: Final = 12
"""Neighbours on a page that stand in one bucket; a longer page has several."""
LEAST: Final = 32
"""Numbers that a bucket has at least."""


class Numbered(NamedTuple):
    """Entries in their order."""

    entries: tuple[Entry, ...]
    """By bucket, then by address."""
    sizes: tuple[int, ...]
    """How many entries each bucket has; one entry more or less changes one of them."""


def numbered(entries: Iterable[Entry]) -> Numbered:
    """Entries by bucket; the order they are given in does not matter."""
    pages: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        pages[page_of(entry)].append(entry)
    count = buckets(sum(map(len, pages.values())))
    found: list[list[Entry]] = [[] for _ in range(count)]
    for page in sorted(pages):
        for number, part in enumerate(parts(pages[page])):
            found[bucket_of(page, number, count)] += part
    return Numbered(tuple(entry for bucket in found for entry in bucket), tuple(map(len, found)))


def buckets(entries: int) -> int:
    """For how many entries how many buckets: a power of two, so that a desk that grows seldom shuffles them."""
    count = 1
    while entries > count * BUCKET:
        count *= 2
    return count


def bucket_of(page: str, part: int, count: int) -> int:
    """Which of so many buckets a part of a page is in."""
    return zlib.crc32(f"{page}\n{part}".encode()) % count


def parts(entries: Iterable[Entry]) -> Sequence[Sequence[Entry]]:
    """The entries of one page in their order, those together that stand in one bucket."""
    given = sorted(entries, key=lambda entry: (entry.url, entry.kind, entry.id))
    return [given[at : at + TOGETHER] for at in range(0, len(given), TOGETHER)]


def room(largest: int) -> int:
    """How many numbers each bucket has: the least power of two from LEAST up that the largest does not exceed.

    Every bucket has room for the same many, so that only those of its own can move an entry's number.
    """
    return max(LEAST, 1 << (largest - 1).bit_length()) if largest else LEAST


def page_of(entry: Entry) -> str:
    """The file that an entry's address is in."""
    return entry.url.partition("#")[0]
