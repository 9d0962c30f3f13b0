"""Figures to words."""

from __future__ import annotations

from dateline.model.claim import Value
from dateline.model.words.catalogue import Interface, to_say

BOUND_WORDS = {
    "about": to_say("about {figure}"),
    "at-least": to_say("at least {figure}"),
    "at-most": to_say("at most {figure}"),
}


def value_words(words: Interface, value: Value) -> str:
    """A figure in words: `at least 170 people`, `4–5 statements`."""
    low, high = (value.number, None) if value.number is not None else (value.low, value.high)
    ends = [words.number(end) for end in (low, high) if end is not None]
    figure = "–".join(ends) + (f" {value.unit}" if value.unit else "")
    bound = BOUND_WORDS.get(value.bound)
    return words.say(bound, figure=figure) if bound else figure
