"""Text to whether a publisher's Markdown would take minutes over it."""

from __future__ import annotations

from dateline.pages.escape import SPECIAL

MOST_SIGNS = 2_000
"""Escaped signs in one paragraph: Python-Markdown takes the square of their number."""
MOST_HEADINGS = 1_000
"""Of one text: to tell headings of one name apart, Python-Markdown takes the square of their number."""


def is_overloaded(paragraph: str) -> bool:
    """Whether it has so many signs to be escaped that it is better shown as code."""
    return len(paragraph) > MOST_SIGNS and len(SPECIAL.findall(paragraph)) > MOST_SIGNS
