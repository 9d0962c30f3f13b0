"""Figures to words."""

from __future__ import annotations

from dateline.model.claim import Value

BOUND_WORDS = {"exactly": "", "about": "about ", "at-least": "at least ", "at-most": "at most "}


def value_words(value: Value) -> str:
    """A figure in words: `at least 170 people`, `4–5 statements`."""
    low, high = (value.number, None) if value.number is not None else (value.low, value.high)
    ends = [f"{end:,}" for end in (low, high) if end is not None]
    unit = f" {value.unit}" if value.unit else ""
    return f"{BOUND_WORDS[value.bound]}{'–'.join(ends)}{unit}"
