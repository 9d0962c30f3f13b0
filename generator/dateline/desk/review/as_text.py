"""A story to lines of a terminal, as `git diff --word-diff` marks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import click

from dateline.desk.report import printable
from dateline.desk.review.story import Item, Line, Span, Story

MARKS: Final = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
"""Kept beside the colours, so that it reads the same where there are none."""
STYLES: Final[dict[str, dict[str, Any]]] = {
    "removed": {"fg": "red"}, "added": {"fg": "green"}, "strong": {"bold": True}, "quiet": {"dim": True},
    "code": {"fg": "cyan"},
}  # fmt: skip


def as_text(story: Story) -> str:
    """The whole story."""
    return "\n".join(_lines(story)) + "\n"


def _lines(story: Story) -> Iterator[str]:
    yield click.style(printable(story.summary), bold=True)
    yield _line(story.compared)
    for section in story.sections:
        yield ""
        yield _line(section.title)
        yield from _items(section.items, "  ")


def _items(items: Sequence[Item], indent: str) -> Iterator[str]:
    for item in items:
        yield f"{indent}{_line(item.line)}"
        yield from _items(item.below, f"{indent}  ")


def _line(spans: Line) -> str:
    return "".join(map(_span, spans)).strip()


def _span(span: Span) -> str:
    words = " ".join(printable(span.text.replace("\n", " ")).split(" "))
    if not words.strip():
        return words
    first, last = MARKS.get(span.style, ("", ""))
    marked = words if words.startswith(("+ ", "− ")) else f"{first}{words}{last}"
    return click.style(marked, **STYLES[span.style]) if span.style in STYLES else words
