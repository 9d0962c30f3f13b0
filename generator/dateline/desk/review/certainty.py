"""Two dates to how the second differs from the first: more or less certain, and whether it is another time."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from dateline.model.when import When

Certainty = Literal["more", "less", "same", "mixed"]


class Shift(NamedTuple):
    """What became of a date."""

    certainty: Certainty
    """`mixed` where it is narrower but carries a new sign of doubt, or wider and carries one less."""
    moved: bool
    """Whether the two can not mean the same day, or overlap only in part."""


def shift(before: When, after: When) -> Shift:
    """How a date changed, by the days that it may mean and by its signs of doubt."""
    width, doubt = _sign(_days(before) - _days(after)), _sign(_doubts(before) - _doubts(after))
    moved = not (_holds(before, after) or _holds(after, before))
    return Shift(_certainty(width, doubt), moved)


def _certainty(width: int, doubt: int) -> Certainty:
    if width * doubt < 0:
        return "mixed"
    both = width or doubt
    if not both:
        return "same"
    return "more" if both > 0 else "less"


def _sign(difference: float) -> int:
    # Two dates that are both open at one end differ in their signs alone.
    return 0 if math.isnan(difference) else (difference > 0) - (difference < 0)


def _days(when: When) -> float:
    """How many days it may mean."""
    if when.earliest is None or when.latest is None:
        return math.inf
    return when.latest.ordinal - when.earliest.ordinal + 1


def _doubts(when: When) -> int:
    return when.uncertain + when.approximate


def _holds(one: When, other: When) -> bool:
    """Whether every day that the second may mean is one that the first may mean."""
    return other.within(one.earliest, one.latest)
