"""Runs of `*` and `_` to those that are Markdown's marks and that no reader sees."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.relate.quoting.form import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n")


@dataclass(kw_only=True, slots=True)
class _Run:
    """What is left of a run of marks that may still open emphasis."""

    start: int
    end: int


def emphasis(text: str, runs: Iterable[Span]) -> Iterator[Edit]:
    """The marks that open or close emphasis, by CommonMark's rule of flanking; `2*3` and `snake_case` have none."""
    open_runs: dict[str, list[_Run]] = {"*": [], "_": []}
    where = 0
    for run in runs:
        if text.find("\n", where, run.start) >= 0 and _BLANK_LINE.search(text, where, run.start):
            open_runs = {"*": [], "_": []}
        where = run.end
        opens, closes = _roles(text, run)
        left = _Run(start=run.start, end=run.end)
        if closes:
            yield from _close(open_runs[text[run.start]], left)
        if opens and left.start < left.end:
            open_runs[text[run.start]].append(left)


def _close(open_runs: list[_Run], closer: _Run) -> Iterator[Edit]:
    while open_runs and closer.start < closer.end:
        opener = open_runs[-1]
        size = min(opener.end - opener.start, closer.end - closer.start)
        yield Edit(opener.end - size, opener.end, "")
        yield Edit(closer.start, closer.start + size, "")
        opener.end -= size
        closer.start += size
        if opener.start == opener.end:
            open_runs.pop()


def _roles(text: str, run: Span) -> tuple[bool, bool]:
    before = text[run.start - 1] if run.start else " "
    after = text[run.end] if run.end < len(text) else " "
    if before.isdigit() and after.isdigit():
        return False, False
    left = not after.isspace() and (not _is_punctuation(after) or before.isspace() or _is_punctuation(before))
    right = not before.isspace() and (not _is_punctuation(before) or after.isspace() or _is_punctuation(after))
    if text[run.start] == "*":
        return left, right
    return left and (not right or _is_punctuation(before)), right and (not left or _is_punctuation(after))


def _is_punctuation(character: str) -> bool:
    return not character.isalnum() and unicodedata.category(character)[0] in "PS"
