"""An inverted index to shards of stems in their order, each with its forms, who has it, and whom it shows."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dateline.publish.search.answers import card
from dateline.publish.search.cards import shown
from dateline.publish.search.inverted import Index, Postings, by_unit
from dateline.publish.search.numbering import spread
from dateline.publish.search.numbers import written
from dateline.publish.search.slices import slices

SIZE = 16_000
"""Letters in one shard, more or less."""


class Shard(NamedTuple):
    """Stems from one fence to the next."""

    fence: str
    """Not after its first stem, and after every stem of the shards before."""
    stems: str
    """A line for each stem, then one for each form that belongs here and whose stem does not."""
    positions: str
    """A line for each stem."""


def term_shards(index: Index) -> Iterator[Shard]:
    """The shards of an index, in order."""
    stems = list(index.postings)
    forms = _forms_of(index)
    places, cards = spread(index.sizes), shown(index)
    lines = [_line(index, stem, forms[stem], places, cards.get(stem, ())) for stem in stems]
    starts = slices(stems, [len(line) for line in lines], SIZE)
    fences = ["", *(_fence(stems[at - 1], stems[at]) for at in starts[1:])]
    elsewhere = _elsewhere(index, [by_unit(fence) for fence in fences])
    for number, (start, end) in enumerate(pairwise((*starts, len(stems)))):
        positions = (_where(index.postings[stem]) for stem in stems[start:end])
        yield Shard(fences[number], "\n".join([*lines[start:end], *elsewhere.get(number, ())]), "\n".join(positions))


def _forms_of(index: Index) -> Mapping[str, Sequence[str]]:
    forms = defaultdict(list)
    for form, stems in index.forms.items():
        for stem in stems:
            forms[stem].append(form)
    return forms


def _line(index: Index, stem: str, forms: Iterable[str], places: Sequence[int], cards: Sequence[int]) -> str:
    """A stem, its forms with a hyphen for the stem itself, its postings; then which of them it shows, and their cards.

    How rare a stem is follows from the number of its postings, and stands nowhere, since each new entry changes it.
    """
    short = ",".join(f"-{form.removeprefix(stem)}" if form.startswith(stem) else form for form in forms)
    of = index.postings[stem]
    line = f"{stem}\t{short}\t{_who(of, places)}"
    if not cards:
        return line
    skipped = written(place - before - 1 for before, place in pairwise((-1, *cards)))
    fields = (field for place in cards for field in card(index.entries[of.entries[place]]))
    return "\t".join((line, skipped, *fields))


def _who(postings: Postings, places: Sequence[int]) -> str:
    """For each entry how many are skipped, doubled, plus one where the weight is not 1; the weight less 2 follows."""
    numbers, before = [], -1
    for entry, weight in zip(postings.entries, postings.weights, strict=True):
        numbers.append((places[entry] - before - 1) * 2 + (weight > 1))
        if weight > 1:
            numbers.append(weight - 2)
        before = places[entry]
    return written(numbers)


def _where(postings: Postings) -> str:
    """For each entry how many places there are, then each as the difference to the one before."""
    numbers: list[int] = []
    for places in postings.positions:
        numbers.append(len(places))
        before = 0
        for place in places:
            numbers.append(place - before)
            before = place
    return written(numbers)


def _fence(before: str, after: str) -> str:
    """The shortest beginning of a stem that the one before it does not reach."""
    size = next(at for at in range(1, len(after) + 1) if by_unit(after[:at]) > by_unit(before))
    return after[:size]


def _elsewhere(index: Index, fences: Sequence[bytes]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = {}
    for form, stems in index.forms.items():
        place = bisect_right(fences, by_unit(form)) - 1
        for stem in stems:
            if bisect_right(fences, by_unit(stem)) - 1 != place:
                found.setdefault(place, []).append(f"{form}\t{stem}")
    return found
