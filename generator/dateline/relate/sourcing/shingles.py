"""Two texts to how much of the shorter stands in the other, by runs of five words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

from dateline.relate.sourcing.quotations import parts
from dateline.relate.sourcing.words import visible, words_of

SIZE: Final = 5
"""Words in a shingle: long enough that two reporters seldom write the same, short enough to survive an edit."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """The shingles of one text, each as a number that is the same in every process."""

    shingles: frozenset[int]
    """All of them, those of boilerplate left out."""
    quoted: frozenset[int]
    """Those that stand within quotation marks altogether."""


def wording(body: str, is_boilerplate: Callable[[str], bool]) -> Wording:
    """The wording of a stored text in Markdown, without the lines that are boilerplate."""
    kept = "\n".join(line for line in visible(body).split("\n") if not is_boilerplate(line))
    words: list[int] = []
    quotations: list[tuple[int, int]] = []
    for part, is_quotation in parts(kept):
        begun = len(words)
        words += [crc32(word.encode()) for word in words_of(part)]
        if is_quotation:
            quotations.append((begun, len(words)))
    quoted = (shingle for begun, end in quotations if end - begun >= SIZE for shingle in _shingles(words[begun:end]))
    return Wording(shingles=frozenset(_shingles(words)), quoted=frozenset(quoted))


def containment(one: Wording, other: Wording) -> float:
    """How much of the shorter stands in the longer, from 0 to 1, quotations that both have set aside.

    Where nothing but common quotations is left of one, it is 1 for the same text and 0 for any other.
    """
    common = one.quoted & other.quoted
    ours, theirs = one.shingles - common, other.shingles - common
    shorter = min(len(ours), len(theirs))
    if not shorter:
        return float(bool(one.shingles) and one.shingles == other.shingles)
    return len(ours & theirs) / shorter


def _shingles(words: Sequence[int]) -> list[int]:
    # The hash of a tuple of numbers is not salted, unlike that of texts; 64 bits make a chance meeting of two
    # different shingles in one pair of articles as rare as one in 10^13.
    size = min(SIZE, len(words))
    return [hash(run) for run in zip(*(words[start:] for start in range(size)), strict=False)]
