"""Pages whose entries changed to the buckets that are to be filled anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from dateline.publish.search.entry import Entry
from dateline.publish.search.kept import Kept
from dateline.publish.search.numbering import bucket_of, buckets, parts, room

EntriesOf = Callable[[str], Sequence[Entry]]
"""The entries of a page, by the file that it is."""


class Placed(NamedTuple):
    """Where entries are."""

    stale: Sequence[int]
    """Buckets to be filled, ascending."""
    room: int
    """Numbers that each has."""
    is_whole: bool
    """Whether every entry has another number, so that nothing of the index stands."""


def placed(kept: Kept, pages: Collection[str], entries_of: EntriesOf) -> Placed:
    """Give the entries of pages their buckets; where too many or too few are left for those, give all new ones."""
    count, width = kept.number("buckets"), kept.number("room")
    stale = set[int]()
    for page in pages:
        stale.update(bucket for (bucket,) in kept.all("SELECT bucket FROM index_held WHERE page = ?", page))
        stale.update(_hold(kept, page, entries_of(page), count or 1))
    wanted = buckets(_sum(kept))
    if wanted != count:
        _shuffle(kept, wanted)
    wide = room(_largest(kept))
    kept.say("buckets", wanted)
    kept.say("room", wide)
    if (wanted, wide) == (count, width):
        return Placed(sorted(stale), wide, is_whole=False)
    kept.forget_numbers()
    return Placed(range(wanted), wide, is_whole=True)


def held(kept: Kept, bucket: int, entries_of: EntriesOf) -> Iterator[Entry]:
    """The entries of a bucket in their order."""
    for page, part in kept.all("SELECT page, part FROM index_held WHERE bucket = ? ORDER BY page, part", bucket):
        yield from parts(entries_of(page))[part]


def _hold(kept: Kept, page: str, entries: Sequence[Entry], count: int) -> list[int]:
    rows = [(page, part, bucket_of(page, part, count), len(found)) for part, found in enumerate(parts(entries))]
    kept.db.execute("DELETE FROM index_held WHERE page = ?", (page,))
    kept.db.executemany("INSERT INTO index_held VALUES (?, ?, ?, ?)", rows)
    return [bucket for _, _, bucket, _ in rows]


def _sum(kept: Kept) -> int:
    return int(kept.all("SELECT coalesce(sum(size), 0) FROM index_held")[0][0])


def _largest(kept: Kept) -> int:
    """How many entries the fullest bucket has."""
    query = "SELECT coalesce(max(size), 0) FROM (SELECT sum(size) AS size FROM index_held GROUP BY bucket)"
    return int(kept.all(query)[0][0])


def _shuffle(kept: Kept, count: int) -> None:
    rows = kept.all("SELECT page, part FROM index_held")
    kept.db.executemany(
        "UPDATE index_held SET bucket = ? WHERE page = ? AND part = ?",
        [(bucket_of(page, part, count), page, part) for page, part in rows],
    )
