"""A story to shorter and shorter ones, until a reader's limit is met: what needs an answer goes last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.desk.review.story import Item, Line, Section, Span, Story, line
from dateline.desk.review.summary import counted

FOLD_FROM: Final = 25
"""Lines of a section from which on it is folded."""
LADDER: Final = ((200, 4_000, 400), (60, 1_500, 200), (25, 600, 100), (12, 400, 60), (6, 300, 40), (3, 200, 20))
"""Lines of a section, characters of a line and sections that are kept, step by step."""
ELSEWHERE: Final = "left out here; the HTML page and the JSON have it all"


def folded(section: Section) -> bool:
    """Whether a section opens only when asked; never one that needs an answer."""
    return not section.urgent and (section.folded or _size(section.items) > FOLD_FROM)


def lines_in(section: Section) -> str:
    """`132 lines`."""
    return counted(_size(section.items), "line", "lines")


def shortened(story: Story) -> Iterator[Story]:
    """The story, then the same with less and less of it."""
    yield story
    for lines, signs, sections in LADDER:
        yield replace(story, sections=tuple(_fewer(story.sections, lines, signs, sections)))


def _fewer(sections: Sequence[Section], lines: int, signs: int, most: int) -> Iterator[Section]:
    for section in sections[:most]:
        yield replace(section, title=_clipped(section.title, signs), items=_first(section.items, lines, signs))
    if len(sections) > most:
        more = f"{counted(len(sections) - most, 'part', 'parts')} more, {ELSEWHERE}"
        yield Section(title=line("And more"), items=(Item(line(more)),))


def _first(items: Sequence[Item], lines: int, signs: int) -> tuple[Item, ...]:
    """As many whole items as fit into a number of lines, and how many are missing."""
    kept: list[Item] = []
    left = lines
    for item in items:
        if left <= 0:
            break
        below = _first(item.below, max(left - 1, 1), signs) if item.below else ()
        kept.append(Item(_clipped(item.line, signs), below))
        left -= 1 + _size(below)
    if len(kept) < len(items):
        kept.append(Item(line(f"… and {len(items) - len(kept):,} more, {ELSEWHERE}")))
    return tuple(kept)


def _clipped(spans: Line, signs: int) -> Line:
    """A line that ends with an ellipsis after a number of characters."""
    kept: list[Span] = []
    for span in spans:
        if len(span.text) >= signs:
            return (*kept, span._replace(text=f"{span.text[: max(signs, 1)]}…"))
        kept.append(span)
        signs -= len(span.text)
    return tuple(kept)


def _size(items: Sequence[Item]) -> int:
    return sum(1 + _size(item.below) for item in items)
