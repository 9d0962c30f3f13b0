"""A quote that does not stand in a text to the passage there that comes closest, for a person to compare."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from dateline.relate.quoting.haystack import Haystack, prepare
from dateline.relate.quoting.readings import readings

if TYPE_CHECKING:
    from dateline.relate.quoting.form import Form

_LONGEST_QUOTE: Final = 2_000
_LONGEST_TEXT: Final = 2_000_000
"""Characters looked at: what comes close is a help for an editor, never a reason to count a quote."""
_WORD: Final = re.compile(r"\S+")
_SIGNS_BEFORE: Final = re.compile(r"\W+")
_SIGNS_AFTER: Final = re.compile(r"\W+$")
_BESIDE: Final = 6
"""Words on each side of the window in which the passage is then aligned."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Nearest:
    """The passage of a stored text that a quote comes closest to."""

    start: int
    """In the stored text, in characters."""
    end: int
    """Exclusive."""
    text: str
    """The passage as it is stored."""
    distance: int
    """Characters to insert, delete or replace between the normal forms of quote and passage (Levenshtein)."""


def nearest(quote: str, text: str | Haystack) -> Nearest | None:
    """The closest passage of whole words; None when they share no word, of the first two million characters."""
    from rapidfuzz.distance import Levenshtein

    haystack = prepare(text)
    form = haystack.read or haystack.plain
    sought = next(iter(readings(quote[: _LONGEST_QUOTE * 2])[-1:]), "")[:_LONGEST_QUOTE]
    window = _window(sought, form)
    if window is None:
        return None
    start, end = _trimmed(sought, form.text, *_aligned(sought, form.text, *window))
    span = form.stored(start, end)
    distance = Levenshtein.distance(sought, form.text[start:end])
    return Nearest(start=span.start, end=span.end, text=haystack.text[slice(*span)], distance=distance)


def _window(sought: str, form: Form) -> tuple[int, int] | None:
    words = [*_WORD.finditer(form.text, 0, _LONGEST_TEXT)]
    wanted = frozenset(sought.split())
    counts = Counter(word.group() for word in words)
    # A word that is rare in the article says more about the place than "the" does.
    weights = [1 / counts[word.group()] if word.group() in wanted else 0.0 for word in words]
    if not any(weights):
        return None
    size = len(sought.split())
    sums = [0.0, *accumulate(weights)]
    best = max(range(len(words)), key=lambda first: (sums[min(len(words), first + size)] - sums[first], -first))
    first, last = max(0, best - _BESIDE), min(len(words), best + size + _BESIDE) - 1
    return words[first].start(), words[last].end()


def _aligned(sought: str, text: str, start: int, end: int) -> tuple[int, int]:
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(sought, text[start:end])
    if found is None or found.dest_start == found.dest_end or len(sought) > end - start:
        return start, end
    first = text.rfind(" ", start, start + found.dest_start + 1) + 1 or start
    last = text.find(" ", start + found.dest_end - 1, end)
    return max(start, first), end if last < 0 else last


def _trimmed(sought: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The passage without signs at its edges where the quote begins or ends with a word."""
    passage = text[start:end]
    if sought[-1].isalnum():
        passage = _SIGNS_AFTER.sub("", passage)
    first = _SIGNS_BEFORE.match(passage) if sought[0].isalnum() else None
    skipped = first.end() if first else 0
    return (start + skipped, start + len(passage)) if skipped < len(passage) else (start, end)
