"""Ranked entries to those that facets and dates leave, with counts for the next step: loops, as plain as can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dateline.publish.search.entry import FACETS, Entry


class Range(NamedTuple):
    """Days that a reader asks for, by number; None is no limit."""

    from_: int | None = None
    to: int | None = None
    certain: bool = False
    """Whether an entry must lie within for certain; otherwise it is enough that it may."""


def is_within(entry: Entry, days: Range) -> bool:
    """Whether an entry's date lies in a range; without any limit all do, with one only those with a date."""
    if days.from_ is None and days.to is None:
        return True
    if not entry.dated:
        return False
    first, last = entry.earliest, entry.latest
    if days.certain:
        begins = days.from_ is None or (first is not None and first >= days.from_)
        return begins and (days.to is None or (last is not None and last <= days.to))
    begins = days.to is None or first is None or first <= days.to
    return begins and (days.from_ is None or last is None or last >= days.from_)


def has(entry: Entry, chosen: Mapping[str, Iterable[str]], but: str = "") -> bool:
    """Whether an entry has one of the chosen values of every facet, one facet left out."""
    return all(set(entry.facets.get(facet, ())) & set(values) for facet, values in chosen.items() if facet != but)


def narrowed(entries: Iterable[tuple[int, Entry]], chosen: Mapping[str, Iterable[str]], days: Range) -> list[int]:
    """The numbers that are left, in their order."""
    return [number for number, entry in entries if is_within(entry, days) and has(entry, chosen)]


def counts(entries: Iterable[Entry], chosen: Mapping[str, Iterable[str]], days: Range) -> dict[str, Counter[str]]:
    """How many entries each value would leave if it were chosen in its facet, given all other choices."""
    found = list(entries)
    return {
        facet: Counter(
            value
            for entry in found
            if is_within(entry, days) and has(entry, chosen, but=facet)
            for value in entry.facets.get(facet, ())
        )
        for facet in FACETS
    }
