"""Lines of stems in their order to shards, of which those are written that are otherwise than they were."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from dateline.publish.search.forms import Form, between
from dateline.publish.search.inverted import by_unit
from dateline.publish.search.kept import Kept
from dateline.publish.search.slices import slices
from dateline.publish.search.terms import line_of

SIZE = 16_000
"""Letters in one shard, more or less."""


class Shard(NamedTuple):
    """Stems from one fence to the next."""

    fence: str
    """Not after its first stem, and after every stem of the shards before."""
    first: str
    last: str
    """Its first and last stem."""
    until: str | None
    """The next fence."""

    @property
    def stands(self) -> str:
        """What it is known by from one build to the next."""
        return json.dumps(self)


class Sharded(NamedTuple):
    """The shards, and which of them are others than before."""

    fences: Sequence[str]
    stale: Sequence[Shard]
    gone: Collection[str]
    """Fences of those that are no more."""


def sharded(kept: Kept, stems: Iterable[str], forms: Iterable[Form]) -> Sharded:
    """Cut all lines into shards; `stems` are those whose lines changed, `forms` those that appeared or went."""
    shards, before = _shards(kept.stems()), kept.shards()
    fences = [by_unit(shard.fence) for shard in shards]
    touched = {bisect_right(fences, by_unit(text)) - 1 for text in (*stems, *(form for form, _ in forms))}
    stale = [
        shard for number, shard in enumerate(shards) if number in touched or before.get(shard.fence) != shard.stands
    ]
    kept.put_shards({shard.fence: shard.stands for shard in shards})
    names = [shard.fence for shard in shards]
    return Sharded(names, stale, before.keys() - set(names))


def contents(kept: Kept, shard: Shard) -> tuple[str, str]:
    """The lines of a shard, then one for each form that belongs there and whose stem does not; and its positions."""
    lines, positions = [], []
    for stem, forms, cards, who, where in kept.lines(shard.first, shard.last):
        lines.append(line_of(stem, forms, cards, who))
        positions.append(where.decode())
    return "\n".join((*lines, *_elsewhere(kept, shard))), "\n".join(positions)


def _shards(sizes: Sequence[tuple[str, int]]) -> list[Shard]:
    stems = [stem for stem, _ in sizes]
    if not stems:
        return [Shard("", "", "", None)]
    starts = slices(stems, [size for _, size in sizes], SIZE)
    fences = ["", *(_fence(stems[at - 1], stems[at]) for at in starts[1:])]
    ends = [*starts[1:], len(stems)]
    return [
        Shard(fence, stems[start], stems[end - 1], until)
        for fence, until, start, end in zip(fences, [*fences[1:], None], starts, ends, strict=True)
    ]


def _fence(before: str, after: str) -> str:
    """The shortest beginning of a stem that the one before it does not reach."""
    size = next(at for at in range(1, len(after) + 1) if by_unit(after[:at]) > by_unit(before))
    return after[:size]


def _elsewhere(kept: Kept, shard: Shard) -> Iterator[str]:
    start, end = by_unit(shard.fence), None if shard.until is None else by_unit(shard.until)
    for form, stem in between(kept, start, end):
        key = by_unit(stem)
        if key < start or (end is not None and key >= end):
            yield f"{form}\t{stem}"
