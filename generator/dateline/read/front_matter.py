"""An article's text to its front matter and its body."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

OPENING: Final = re.compile(r"---[ \t]*(?:\n|\Z)")
CLOSING: Final = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
NOTHING: Final = re.compile(r"(?:[ \t]*(?:#.*)?\n)*")


class FrontMatter(NamedTuple):
    """Where an article's front matter ends and its body begins."""

    yaml: str
    """Everything before the closing line, the opening one included, so that its lines are the file's lines."""
    body_offset: int
    """Characters before the body."""
    closed: bool
    """Whether a closing `---` was found."""

    @property
    def empty(self) -> bool:
        """Whether it holds nothing but blank lines and comments."""
        return NOTHING.fullmatch(self.yaml.partition("\n")[2]) is not None


def front_matter(text: str) -> FrontMatter:
    """The front matter of `text`, whose line ends are line feeds; an empty one where it does not begin with `---`."""
    opening = OPENING.match(text)
    if not opening:
        return FrontMatter("", 0, closed=True)
    closing = CLOSING.search(text, opening.end())
    if not closing:
        return FrontMatter(text, len(text), closed=False)
    return FrontMatter(text[: closing.start()], closing.end(), closed=True)
