"""A story to Markdown for a comment on a forge: it calls nobody, means only itself, and is never too long to post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from dateline.desk.review.shortened import folded, lines_in, shortened
from dateline.desk.review.story import Item, Line, Section, Span, Story
from dateline.pages.escape import CONTROL, text

LONGEST: Final = 60_000
"""Bytes of a comment in UTF-8, and so no more characters; forges refuse a few thousand more."""
MARK: Final = "<!-- dateline review -->"
"""By which a workflow finds its own comment again."""
CALLS: Final = re.compile(r"(?<=[@#!&%~$])(?=\w)|(?<=[Gg][Hh]-)(?=\d)|(?<=\b[0-9a-f])(?=[0-9a-f]{6,39}\b)")
"""Where a forge would see a person, an issue, a merge request, a label or a commit to link to."""
APART: Final = "\u200b"
FENCE: Final = re.compile(r"`+")
STYLES: Final = {"removed": "del", "added": "ins", "quiet": "sub"}


def as_markdown(story: Story) -> str:
    """The comment, at most LONGEST bytes: long sections are folded, then cut."""
    return next(whole for form in shortened(story) if len((whole := _written(form)).encode()) <= LONGEST)


def _written(story: Story) -> str:
    parts = [MARK, "## What this changes", f"**{text(story.summary)}**", _line(story.compared)]
    return "\n\n".join([*parts, *map(_section, story.sections)]) + "\n"


def _section(section: Section) -> str:
    lines = "\n".join(_items(section.items))
    if not folded(section):
        return f"### {_line(section.title)}\n\n{lines}"
    title = escape("".join(uncalled(span.text) for span in section.title))
    return f"<details>\n<summary>{title} ({lines_in(section)})</summary>\n\n{lines}\n\n</details>"


def _items(items: Sequence[Item], depth: int = 0) -> Iterator[str]:
    for item in items:
        yield f"{'  ' * depth}- {_line(item.line)}"
        yield from _items(item.below, depth + 1)


def _line(spans: Line) -> str:
    return "".join(map(_span, spans)).strip()


def _span(span: Span) -> str:
    inner = " ".join(CONTROL.sub("", span.text).split())
    if not inner:
        return " " if span.text else ""
    before, after = span.text[:1].isspace() * " ", span.text[-1:].isspace() * " "
    if span.style == "code":
        return f"{before}{_code(inner)}{after}"
    shown = str(text(uncalled(inner)))
    if span.style == "strong":
        shown = f"**{shown}**"
    elif tag := STYLES.get(span.style):
        shown = f"<{tag}>{shown}</{tag}>"
    return f"{before}{shown}{after}"


def uncalled(words: str) -> str:
    """Words in which a forge finds nobody to notify and nothing to link to."""
    return CALLS.sub(APART, words)


def _code(words: str) -> str:
    fence = "`" * (max((len(run) for run in FENCE.findall(words)), default=0) + 1)
    gap = " " if "`" in words else ""
    return f"{fence}{gap}{words}{gap}{fence}"
