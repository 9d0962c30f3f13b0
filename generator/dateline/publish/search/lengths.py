"""Numbers of words to one of 64 levels, by a formula that two languages compute alike."""

from __future__ import annotations

from bisect import bisect_right

LEVELS = tuple(step if step < 8 else (8 + step % 8) << (step // 8 - 1) for step in range(64))  # noqa: PLR2004  # three bits
"""The length each level stands for: every length up to 16, then eight steps to each doubling, 960 at most."""


def level(words: int) -> int:
    """The highest level whose length is not above so many words."""
    return bisect_right(LEVELS, words) - 1
