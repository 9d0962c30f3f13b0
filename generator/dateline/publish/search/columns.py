"""Facets and dates of all entries to columns, one file each, which are loaded when somebody filters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.publish.search.entry import FACETS, Entry
from dateline.publish.search.numbers import signed, written

NO_DATE, ONE_DAY, BETWEEN, UNTIL, SINCE, OPEN = range(6)
"""How the date of an entry is written: `UNTIL` has no first day, `SINCE` no last one."""


def columns(entries: Sequence[Entry], labels: Mapping[str, str]) -> Iterator[tuple[str, object]]:
    """The name of each file and what is in it; `labels` are the names of actors, sources and topics by `facet/id`."""
    for facet in FACETS:
        values = sorted({value for entry in entries for value in entry.facets.get(facet, ())})
        place = {value: number for number, value in enumerate(values)}
        column = written(
            number
            for entry in entries
            for number in _packed(sorted(place[value] for value in entry.facets.get(facet, ())))
        )
        yield f"f-{facet}", {"values": values, "labels": [labels.get(f"{facet}/{v}", v) for v in values], "of": column}
    yield "days", written(_days(entries))


def _packed(values: Sequence[int]) -> Iterator[int]:
    """How many values an entry has, then each: no entry has many, so that differences would save nothing."""
    yield len(values)
    yield from values


def _days(entries: Sequence[Entry]) -> Iterator[int]:
    """The form of each date, then its first day as the difference to the one before, then how many days it spans."""
    before = 0
    for entry in entries:
        form = _form(entry)
        yield form
        day = entry.latest if form == UNTIL else entry.earliest
        if day is not None and form != NO_DATE:
            yield signed(day - before)
            before = day
        if form == BETWEEN:
            assert entry.earliest is not None
            assert entry.latest is not None
            yield entry.latest - entry.earliest


def _form(entry: Entry) -> int:
    if not entry.dated:
        return NO_DATE
    if entry.earliest is None:
        return OPEN if entry.latest is None else UNTIL
    if entry.latest is None:
        return SINCE
    return ONE_DAY if entry.earliest == entry.latest else BETWEEN
