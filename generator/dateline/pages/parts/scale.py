"""Dates to places along a picture, where long stretches in which nothing begins or ends are folded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from dateline.model.when import When

MARGIN = 0.05
"""Of the width, left free at each side for ends that fade."""
SHORTEST = 14
"""Days; dates within one day or two are not drawn as if weeks lay between them."""
EMPTY = 0.1
"""Of all days: a stretch without a bound that is longer than this is empty."""
CROWDED = 0.25
"""Of all days: when all that is not empty has less room than this, the empty stretches are folded."""
CROWD = 4
"""Stretches that are not empty; fewer can be told apart in any case."""
FOLDED = Fraction(2, 25)
"""Of the width: what is left of an empty stretch, at least where there are many."""


class Knot(NamedTuple):
    """A day with its place; between two knots days are equally long."""

    day: float
    """As in `Day.ordinal`; a day ends where the next begins."""
    share: float
    """Of the width, from 0 to 1."""
    folded: bool = False
    """Whether the stretch that begins here is folded."""


class Scale(NamedTuple):
    """Where each day is."""

    knots: tuple[Knot, ...]

    def share(self, day: float) -> float:
        """How far along the picture a moment is, from 0 to 1."""
        place = bisect_right(self.knots, day, key=lambda knot: knot.day)
        place = min(max(place, 1), len(self.knots) - 1)
        before, after = self.knots[place - 1], self.knots[place]
        return before.share + (day - before.day) / (after.day - before.day) * (after.share - before.share)


def scale_of(dates: Iterable[When]) -> Scale:
    """The scale on which every bound of some dates has a place, with room at both sides; open ends need none."""
    bounds = sorted({number for date in dates for number in _bounds(date)}) or [1]
    if len(bounds) == 1:  # dates that share their one known end, such as two periods open from the same day on
        bounds.append(bounds[0] + 1)
    longest = _longest_gap(bounds)
    knots = [Knot(bounds[0], 0.0)]
    for start, end in pairwise(bounds):
        drawn = min(Fraction(end - start), longest)
        knots[-1] = knots[-1]._replace(folded=drawn < end - start)
        knots.append(Knot(end, knots[-1].share + float(drawn)))
    return Scale(_fitted(_joined(knots)))


def _bounds(date: When) -> list[int]:
    first, last = date.earliest, date.latest
    return ([first.ordinal] if first else []) + ([last.ordinal + 1] if last else [])


def _longest_gap(bounds: Sequence[int]) -> Fraction:
    """Days of an empty stretch that are drawn: all, or as many as take their share of what is drawn then.

    In fractions: a sum of floats is another one from Python 3.12 on, and a stretch just at the limit would be folded
    in one and not in the other.
    """
    gaps = sorted((end - start for start, end in pairwise(bounds)), reverse=True)
    crowd = [gap for gap in gaps if gap <= EMPTY * sum(gaps)]
    if len(crowd) < CROWD or sum(crowd) >= CROWDED * sum(gaps):
        return Fraction(gaps[0])
    share, whole = max(FOLDED, Fraction(3, 2 * len(gaps))), sum(gaps)
    for cut, gap in enumerate(gaps):
        longest = share * whole / (1 - share * cut)
        if gap <= longest:
            break
        whole -= gap
    return longest


def _joined(knots: Sequence[Knot]) -> list[Knot]:
    """Only the knots at which a fold begins or ends, and both ends."""
    inner = [knot for before, knot in pairwise(knots[:-1]) if knot.folded or before.folded]
    return [knots[0], *inner, knots[-1]]


def _fitted(knots: Sequence[Knot]) -> tuple[Knot, ...]:
    """Days drawn to shares of the width, with a margin of as many days as it has room for."""
    drawn = knots[-1].share
    room = max(drawn * MARGIN / (1 - 2 * MARGIN), (SHORTEST - drawn) / 2)
    inside = [Knot(day, (at + room) / (drawn + 2 * room), folded) for day, at, folded in knots]
    # A stretch at an end that is not folded goes on as the margin, in one piece.
    after = inside if inside[0].folded else inside[1:]
    before = after if after[-2:-1] and after[-2].folded else after[:-1]
    return (Knot(knots[0].day - room, 0.0), *before, Knot(knots[-1].day + room, 1.0))
