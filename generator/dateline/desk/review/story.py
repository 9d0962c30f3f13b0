"""What a review says, before it is Markdown, HTML or lines of a terminal: sections of nested lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Style = Literal["plain", "strong", "quiet", "code", "removed", "added"]


class Span(NamedTuple):
    """Some words of a line; nothing in them means anything to a browser, a forge or a terminal."""

    text: str
    style: Style = "plain"


Line = tuple[Span, ...]


class Item(NamedTuple):
    """One line of a list, with what belongs below it."""

    line: Line
    below: tuple[Item, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """Lines under a title."""

    title: Line
    items: tuple[Item, ...]
    urgent: bool = False
    """Whether somebody has to answer it."""
    folded: bool = False
    """Whether it is long and seldom read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """All that a review says."""

    summary: str
    """What changes, in one sentence."""
    compared: Line
    """Which states."""
    sections: tuple[Section, ...]


def line(*parts: str | Span) -> Line:
    """A line of spans; plain words may stand as they are."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts if part != "")


def code(text: str) -> Span:
    """An id, a key or a path."""
    return Span(text, "code")


def strong(text: str) -> Span:
    """What the eye looks for first."""
    return Span(text, "strong")


def quiet(text: str) -> Span:
    """What only says where."""
    return Span(text, "quiet")


def joined(parts: Iterable[Line], between: str) -> Line:
    """Lines as one, with something between them."""
    spans: list[Span] = []
    for part in parts:
        spans += [Span(between)] if spans else []
        spans += part
    return tuple(spans)
