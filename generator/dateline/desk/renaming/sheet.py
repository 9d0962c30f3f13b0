"""One file of a desk to the same file with some places changed and all else kept, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from dateline.read.text import with_line_feeds

LINE_END: Final = re.compile(r"\r\n?|\n")
MARK: Final = "\ufeff"


class Edit(NamedTuple):
    """One place of a text, and what stands there from now on."""

    start: int
    """Characters before it, in the text with line feeds for line ends and without a byte order mark."""
    end: int
    text: str


class OverlapError(Exception):
    """Two edits change one place."""


def edited(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """A file's bytes with some places changed; line ends stay those of each line, new lines get the file's first."""
    before = raw.decode("utf-8")
    ends = LINE_END.findall(before)
    marked = before.startswith(MARK)
    text = with_line_feeds(before.removeprefix(MARK))
    parts: list[str] = [MARK] if marked else []
    done = 0
    for edit in sorted(dict.fromkeys(edits), key=lambda edit: edit[:2]):
        if edit.start < done:
            raise OverlapError(text[edit.start : edit.end])
        parts += [_kept(text, done, edit.start, ends), edit.text.replace("\n", ends[0] if ends else "\n")]
        done = edit.end
    return "".join([*parts, _kept(text, done, len(text), ends)]).encode()


def _kept(text: str, start: int, end: int, ends: list[str]) -> str:
    """A part of a text with the line ends that its lines had."""
    first, *rest = text[start:end].split("\n")
    number = text.count("\n", 0, start)
    return first + "".join(ends[number + index] + line for index, line in enumerate(rest))
