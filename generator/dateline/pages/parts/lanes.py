"""Bars on a line to rows in which no bar touches another, and rows to lanes."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

WIDTH = 600
"""Pixels: the width for which rows are packed. A printed page has it, and a wider picture only gains room."""
THICK = 10
"""Pixels: a bar's thickness; its round ends stand out by half of that."""
TAIL = 18
"""Pixels: the length of a tail."""
GAP = 3
ROW = 15
"""Pixels from one row to the next."""
HEAD = 22
"""Pixels above the first row, for the axis."""
LABEL = 18
"""Pixels for the name of a lane, above its rows."""
MOST_LANES = 8
"""More names than these are no help in reading a picture."""
Key = TypeVar("Key", bound=Hashable)


class Bar(NamedTuple):
    """What a picture draws of one date, in shares of its width."""

    start: float
    end: float
    """The same as `start` for a single day."""
    tails: tuple[bool, bool] = (False, False)
    """Whether a fading tail is drawn before and after it."""


class Lane(NamedTuple):
    """The rows of bars that belong together."""

    label: str
    """Empty where the picture has one lane only."""
    top: float
    """Pixels from the picture's top to the label."""


class Layout(NamedTuple):
    """Where everything is."""

    tops: tuple[float, ...]
    """For each bar, pixels from the picture's top to its middle."""
    lanes: tuple[Lane, ...]
    height: float


def layout(bars: Sequence[Bar], keys: Sequence[Key], labels: Mapping[Key, str]) -> Layout:
    """Rows below each other, one group of them for each label, in the labels' order; `keys` says whose each bar is."""
    tops: dict[int, float] = {}
    lanes: list[Lane] = []
    below: float = HEAD
    for key, label in labels.items():
        members = [number for number, its in enumerate(keys) if its == key]
        if not members:
            continue
        lanes.append(Lane(label, below))
        below += LABEL if label else 0
        rows = pack([bars[number] for number in members])
        tops |= {number: below + row * ROW + ROW / 2 for number, row in zip(members, rows, strict=True)}
        below += (max(rows) + 1) * ROW + GAP
    return Layout(tuple(tops[number] for number in range(len(bars))), tuple(lanes), below)


def pack(bars: Sequence[Bar]) -> list[int]:
    """For each bar the first row where it touches none that was placed before it."""
    ends: list[float] = []
    rows = [0] * len(bars)
    for number in sorted(range(len(bars)), key=lambda number: (_reach(bars[number]), number)):
        start, end = _reach(bars[number])
        rows[number] = _first_free(ends, start)
        ends[rows[number] : rows[number] + 1] = [end + GAP]
    return rows


def _first_free(ends: Iterable[float], start: float) -> int:
    row = -1
    for row, end in enumerate(ends):
        if end <= start:
            return row
    return row + 1


def _reach(bar: Bar) -> tuple[float, float]:
    """From where to where a bar covers the picture, in pixels, ends and tails included."""
    before, after = (TAIL if tail else THICK / 2 for tail in bar.tails)
    return bar.start * WIDTH - before, bar.end * WIDTH + after
