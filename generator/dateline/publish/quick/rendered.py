"""What a page's Markdown becomes, and the sign that it takes the slow way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypedDict


class UnusualError(Exception):
    """The page uses more than the plain dialect; the message says what."""


class Token(TypedDict):
    """A heading in the table of contents, as the extension `toc` describes it."""

    level: int
    id: str
    name: str
    children: list[Token]


class Target(NamedTuple):
    """A link to an anchor."""

    path: str
    """The Markdown file linked to, from the root of the documentation."""
    anchor: str
    url: str
    """As the page has it."""


class Rendered(NamedTuple):
    """A page as HTML, with what MkDocs asks about it."""

    html: str
    toc: list[Token]
    title: str | None
    """The text of the heading that the page begins with."""
    anchors: frozenset[str]
    targets: Sequence[Target]
