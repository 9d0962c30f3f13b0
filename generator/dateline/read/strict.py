"""A value's text to the slips in it that libyaml overlooks and other YAML readers refuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from dateline.read.plain import Mark

BLOCK: Final = ("|", ">")
BLOCK_HEADER: Final = re.compile(r"[|>][-+0-9]*(#?)")
# Blank lines at the head of a block, then its first line: only what could go wrong matches.
PADDED: Final = re.compile(r"[|>][-+]?[ \t]*(?:#.*)?\n((?: *\n)+)( *)[^ \n]")
SPACE_BEFORE_COMMENT: Final = "write a space before the “#”"


class Slip(NamedTuple):
    """Something wrong, and where."""

    line: int
    """From 0."""
    column: int
    """From 0."""
    message: str
    remedy: str


def slips(text: str, start: Mark, end: Mark, column: int) -> Iterator[Slip]:
    """What is wrong between `start` and `end`, a value within something that begins in `column` (-1 for the file)."""
    if text.startswith(BLOCK, start.index):
        yield from _block(text, start)
        return
    if text.startswith("#", end.index):
        yield Slip(end.line, end.column, "a comment begins right after a value", SPACE_BEFORE_COMMENT)
    if start.line != end.line:
        yield from _indentation(text, start, end, column)


def _block(text: str, start: Mark) -> Iterator[Slip]:
    header = BLOCK_HEADER.match(text, start.index)
    if header and header[1]:
        column = start.column + header.end() - 1 - start.index
        yield Slip(start.line, column, f"a comment begins right after “{text[start.index]}”", SPACE_BEFORE_COMMENT)
    padded = PADDED.match(text, start.index)
    if not padded:
        return
    indentation = len(padded[2])
    for line, blank in enumerate(padded[1].split("\n"), start=start.line + 1):
        if len(blank) > indentation:
            message = "this blank line has more spaces than the text that follows"
            yield Slip(line, indentation, message, "delete its spaces")
            return


def _indentation(text: str, start: Mark, end: Mark, column: int) -> Iterator[Slip]:
    lines = text[start.index : end.index].split("\n")[1:]
    for number, line in enumerate(lines, start=start.line + 1):
        content = line.lstrip(" ")
        # A closing bracket at the margin is wrong too, but everybody writes it, and nobody misreads it.
        if not content.strip() or content[0] in "]}":
            continue
        if len(line) - len(content) <= column:
            what = "begins with a tab" if content[0] == "\t" else "is not indented"
            message = f"this line belongs to a value that begins in line {start.line + 1}, and {what}"
            yield Slip(number, 0, message, f"indent it by {column + 2} spaces or more")
            return
