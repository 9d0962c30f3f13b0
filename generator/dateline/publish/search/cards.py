"""An index to the entries that each stem's line shows at once: those that answer for it, most likely among the first.

What decides is an entry's own words and its rivals for the same stem, so that a change elsewhere moves nothing here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from dateline.publish.search.inverted import K1, B, Index, Postings
from dateline.publish.search.lengths import LEVELS

SHOWN = 96
"""Entries that one stem shows, at most."""
FEW = 3
"""A stem that no more have shows none: so few are loaded as quickly."""
USUAL = 100
"""Words that an entry is measured by here; the true mean moves with every edit."""
NORMS = tuple(K1 * (1 - B + B * length / USUAL) for length in LEVELS)


def shown(index: Index) -> Mapping[str, tuple[int, ...]]:
    """The places within the postings of each stem, ascending, of the entries that its line shows."""
    standing: defaultdict[str, set[int]] = defaultdict(set)
    for entry, stems in enumerate(index.outstanding):
        for stem in stems:
            standing[stem].add(entry)
    found = {
        stem: _best(index.postings[stem], entries, index.levels)
        for stem, entries in standing.items()
        if len(index.postings[stem].entries) > FEW
    }
    return {stem: tuple(sorted(places)) for stem, places in found.items()}


def _best(of: Postings, among: AbstractSet[int], levels: Sequence[int]) -> list[int]:
    rated = [
        (-weight / (weight + NORMS[levels[entry]]), place)
        for place, (entry, weight) in enumerate(zip(of.entries, of.weights, strict=True))
        if entry in among
    ]
    return [place for _, place in sorted(rated)[:SHOWN]]
