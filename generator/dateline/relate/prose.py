"""Markdown to tokens: the only door to the Markdown parser, with just what prose needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

PLAIN = re.compile(
    r"""(?: [^\\`*_\[\]<>&#|~\n]
          | \[\[ [^\\`*_\[\]<>&|~\n]{1,200} \]\] (?!\()       # a link of ours, which CommonMark reads as text
          | \n (?! [ \t]* (?:[-+=>#]|\d+[.)]) | [ ]{4} | \t )
        )*+""",
    re.VERBOSE,
)
MARKER = re.compile(r"[ \t]*(?:[-+=>#]|\d+[.)])|[ ]{4}|\t")
WIKI_LINK = re.compile(r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,200}))?\]\]")
BREAKS = frozenset({"softbreak", "hardbreak"})
LONGEST = 200_000
"""Characters; a longer text is treated as plain, so that no text can make the parser slow."""


MOST_BRACKETS = 1_000_000
"""Of one paragraph, squared, and so of all together: for each the parser looks anew for where it is closed."""


def is_plain(text: str) -> bool:
    """Whether a text is paragraphs of plain words, with nothing that Markdown would read otherwise, or is taken so."""
    return len(text) > LONGEST or _is_twisted(text) or (not MARKER.match(text) and PLAIN.fullmatch(text) is not None)


def _is_twisted(text: str) -> bool:
    """Whether its brackets would take the parser more than a moment."""
    return "[" in text and sum(part.count("[") ** 2 for part in text.split("\n\n")) > MOST_BRACKETS


def tokens(text: str) -> list[Token]:
    """CommonMark tokens, raw HTML read as text."""
    return _parser().parse(text)


def in_ascii(address: str) -> str:
    """A link's address as it travels: its host spelt for the domain name system, odd characters as percent signs."""
    from markdown_it.common.normalize_url import normalizeLink

    return normalizeLink(address)


def visible(text: str) -> Iterator[str]:
    """The runs of text a reader sees that are neither code nor inside a link."""
    if is_plain(text):
        yield text
        return
    for block in tokens(text):
        if block.type == "inline":
            yield from _runs(block.children or [])


def words(text: str, name: Callable[[str], str] | None) -> str:
    """A text's words on one line, without Markdown.

    `name` says what a link of ours shows that has no words itself; without it, in an article, brackets link nothing.
    """
    read = text if is_plain(text) else " ".join(map(_words, tokens(text)))
    named = WIKI_LINK.sub(lambda link: link[2] or name(link[1].strip()), read) if name else read
    return " ".join(named.split())


def _words(block: Token) -> str:
    return "".join(" " if token.type in BREAKS else token.content for token in block.children or [])


def _runs(children: list[Token]) -> Iterator[str]:
    depth = 0
    run: list[str] = []
    for token in children:
        depth += {"link_open": 1, "link_close": -1}.get(token.type, 0)
        if token.type == "text" and not depth:
            run.append(token.content)
        elif token.type in BREAKS:
            run.append(" ")
        elif token.type not in {"em_open", "em_close", "strong_open", "strong_close"}:
            yield "".join(run)
            run = []
    yield "".join(run)


@cache
def _parser() -> MarkdownIt:
    # Only a text that is not plain needs it, and to import it takes as long as to read two hundred files.
    from markdown_it import MarkdownIt

    class Parser(MarkdownIt):
        """Leaves addresses as written: signs for the ends of a quote that stand in one would change its host."""

        def normalizeLink(self, url: str) -> str:  # noqa: N802  # its name there
            return url

    return Parser("commonmark", {"html": False, "maxNesting": 20})
