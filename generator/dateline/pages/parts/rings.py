"""Nodes to their places around a centre: two columns on an arc, so that every name has a row of its own."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

WIDTH, ROW, MARGIN = 760, 32, 24
"""In the picture's own units, at which its letters are 13 high."""
REACH = 165
NARROWEST = 0.4
"""Of the reach, at the upper and lower end."""


class Spot(NamedTuple):
    """Where a node stands."""

    x: float
    y: float
    left: bool
    """Whether its name stands to its left."""


class Ring(NamedTuple):
    """All places of a picture."""

    height: int
    centre: Spot
    spots: tuple[Spot, ...]


def ring(count: int) -> Ring:
    """Places for some nodes, clockwise from the upper right."""
    right = math.ceil(count / 2)
    height = 2 * MARGIN + ROW * max(right, 2)
    centre = Spot(WIDTH / 2, height / 2, left=False)
    columns = [_column(right, height, left=False), _column(count - right, height, left=True)[::-1]]
    return Ring(height, centre, tuple(spot for column in columns for spot in column))


def _column(count: int, height: int, *, left: bool) -> list[Spot]:
    rows = [ROW * (number - (count - 1) / 2) for number in range(count)]
    return [Spot(WIDTH / 2 + (-1 if left else 1) * _out(row, height), height / 2 + row, left) for row in rows]


def _out(row: float, height: int) -> float:
    """How far from the middle a node is: on an ellipse, but never so near that its line could not be seen."""
    share = math.sqrt(max(0.0, 1 - (2 * row / height) ** 2))
    return round(REACH * max(NARROWEST, share), 1)


def side_by_side(ids: Sequence[str], strength: Callable[[str, str], int]) -> list[str]:
    """The ids in an order in which each stands beside the one it has most to do with; ties go to the earlier."""
    waiting = list(ids)
    ordered: list[str] = []
    while waiting:
        last = ordered[-1] if ordered else None
        place = max(range(len(waiting)), key=lambda at: (strength(last, waiting[at]) if last else 0, -at))
        ordered.append(waiting.pop(place))
    return ordered
