"""Facets and dates of all entries to columns, one file each, which are loaded when somebody filters."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from dateline.publish.search.entries import LABELLED
from dateline.publish.search.entry import FACETS, Entry
from dateline.publish.search.kept import Kept
from dateline.publish.search.numbers import signed, written

NO_DATE, ONE_DAY, BETWEEN, UNTIL, SINCE, OPEN = range(6)
"""How the date of an entry is written: `UNTIL` has no first day, `SINCE` no last one."""
DAYS = "days"


class Columns:
    """The columns, while buckets are filled."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._new: dict[tuple[str, int], str] = {}
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def put(self, bucket: int, entries: Sequence[Entry]) -> None:
        """Note what a bucket's entries have in each column, where that is new."""
        known = dict(self._kept.all("SELECT name, raw FROM index_column WHERE bucket = ?", bucket))
        for facet in FACETS:
            values = [entry.facets.get(facet, ()) for entry in entries]
            raw = json.dumps(values, ensure_ascii=False)
            if raw != (old := known.get(facet, "")):
                self._new[facet, bucket] = raw
                self._counts[facet].update(value for some in values for value in some)
                self._counts[facet].subtract(value for some in json.loads(old or "[]") for value in some)
        days = json.dumps(_days(entries))
        if days != known.get(DAYS):
            self._new[DAYS, bucket] = days

    def keep(self) -> None:
        """Keep what was noted; a facet with other values than before is written anew for all buckets."""
        others = {facet for facet in FACETS if self._count(facet)}
        rows = [(name, bucket, raw) for (name, bucket), raw in self._new.items() if name not in others]
        places = {facet: self._places(facet) for facet in FACETS}
        self._kept.db.executemany(
            "INSERT OR REPLACE INTO index_column VALUES (?, ?, ?, ?)",
            [(name, bucket, raw, _code(places.get(name), raw)) for name, bucket, raw in rows],
        )
        for facet in others:
            self._keep_whole(facet, places[facet])

    def _count(self, facet: str) -> bool:
        """Count what entries have of a facet's values; whether others are in use now."""
        query = "SELECT count FROM index_value WHERE name = ? AND value = ?"
        moved = False
        for value, more in self._counts[facet].items():
            before = next((count for (count,) in self._kept.all(query, facet, value)), 0)
            moved = moved or bool(before) != bool(before + more)
            self._kept.db.execute("INSERT OR REPLACE INTO index_value VALUES (?, ?, ?)", (facet, value, before + more))
        self._kept.db.execute("DELETE FROM index_value WHERE count = 0")
        return moved

    def _places(self, facet: str) -> dict[str, int]:
        return {value: place for place, value in enumerate(self._values(facet))}

    def _values(self, facet: str) -> list[str]:
        return sorted(value for (value,) in self._kept.all("SELECT value FROM index_value WHERE name = ?", facet))

    def _keep_whole(self, facet: str, places: Mapping[str, int]) -> None:
        known = dict(self._kept.all("SELECT bucket, raw FROM index_column WHERE name = ?", facet))
        known |= {bucket: raw for (name, bucket), raw in self._new.items() if name == facet}
        self._kept.db.executemany(
            "INSERT OR REPLACE INTO index_column VALUES (?, ?, ?, ?)",
            [(facet, bucket, raw, _code(places, raw)) for bucket, raw in known.items()],
        )

    def files(self, labels: Mapping[str, str], *, renamed: bool) -> Iterator[tuple[str, object]]:
        """The name of each file that is another than before, and what is in it.

        `labels` are the names of actors, sources and topics by `facet/id`; `renamed` says that some are others.
        """
        changed = {name for name, _ in self._new} | (LABELLED if renamed else frozenset())
        for facet in FACETS:
            if facet in changed:
                values = self._values(facet)
                shown = [labels.get(f"{facet}/{value}", value) for value in values]
                yield f"f-{facet}", {"values": values, "labels": shown, "of": "".join(self._codes(facet))}
        if DAYS in changed:
            yield DAYS, _joined(self._codes(DAYS))

    def _codes(self, name: str) -> Collection[str]:
        return [
            code for (code,) in self._kept.all("SELECT code FROM index_column WHERE name = ? ORDER BY bucket", name)
        ]


def _code(places: Mapping[str, int] | None, raw: str) -> str:
    """A bucket's part of a column; that of days stands as it is until the bucket before is known."""
    if places is None:
        return raw
    return written(number for values in json.loads(raw) for number in _packed(sorted(places[v] for v in values)))


def _packed(values: Sequence[int]) -> Iterator[int]:
    """How many values an entry has, then each: no entry has many, so that differences would save nothing."""
    yield len(values)
    yield from values


def _joined(codes: Collection[str]) -> str:
    found, before = [], 0
    for code in codes:
        head, first, tail, last = json.loads(code)
        found.append(head)
        if first is not None:
            found += (written((signed(first - before),)), tail)
            before = last
    return "".join(found)


def _days(entries: Sequence[Entry]) -> tuple[str, int | None, str, int | None]:
    """The form of each date, then its first day as the difference to the one before, then how many days it spans.

    In four parts: what stands before the first such day, that day, what follows, and the last such day.
    """
    numbers: list[int] = []
    head, first, before = "", None, None
    for entry in entries:
        form = _form(entry)
        numbers.append(form)
        day = entry.latest if form == UNTIL else entry.earliest
        if day is not None and form != NO_DATE:
            if before is None:
                head, first, numbers = written(numbers), day, []
            else:
                numbers.append(signed(day - before))
            before = day
        if form == BETWEEN:
            assert entry.earliest is not None
            assert entry.latest is not None
            numbers.append(entry.latest - entry.earliest)
    return (head, first, written(numbers), before) if first is not None else (written(numbers), None, "", None)


def _form(entry: Entry) -> int:
    if not entry.dated:
        return NO_DATE
    if entry.earliest is None:
        return OPEN if entry.latest is None else UNTIL
    if entry.latest is None:
        return SINCE
    return ONE_DAY if entry.earliest == entry.latest else BETWEEN
