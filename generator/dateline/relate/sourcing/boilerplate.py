"""Corpus to the lines that belong to no story: printed again and again, or known to stand around articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from dateline.model.corpus import Corpus
from dateline.relate.sourcing.words import words_of

_LIST: Final = Path(__file__).with_name("furniture.txt")
_LONGEST: Final = 40
"""Words; a longer line is a paragraph that happens to have the phrase."""
_STORIES: Final = 3
"""Different stories in which a line must stand; two may share it by chance or by copying."""
_ALIKE: Final = 0.5
"""Share of the shorter's words in common lines from which two articles may be one story."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Boilerplate:
    """What is set aside before texts are compared."""

    lines: frozenset[str]
    """Lines that recur in this desk's articles, as `_key` writes them."""

    def __call__(self, line: str) -> bool:
        """Whether a line is no part of the story."""
        return bool(line) and (_key(line) in self.lines or is_furniture(line))

    def within(self, text: str) -> list[str]:
        """The lines of a text that recur."""
        return [line for line in _lines(text) if line in self.lines]


def boilerplate(corpus: Corpus) -> Boilerplate:
    """Lines that stand in three articles, of three briefs, that otherwise have less than half in common."""
    stored = {ref: frozenset(_lines(article.body)) for ref, article in corpus.articles.items()}
    where: dict[str, list[str]] = defaultdict(list)
    for ref, lines in stored.items():
        for line in lines:
            where[line].append(ref)
    repeated = {line: refs for line, refs in where.items() if len(refs) >= _STORIES}
    found = (line for line, refs in repeated.items() if _stands_alone(refs, stored))
    return Boilerplate(lines=frozenset(found))


def is_furniture(line: str) -> bool:
    """Whether a line is short and has a phrase that publishers print around articles."""
    words = words_of(line)
    return len(words) <= _LONGEST and any(phrase in f" {' '.join(words)} " for phrase in _phrases())


@cache
def _phrases() -> tuple[str, ...]:
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    return tuple(f" {' '.join(words_of(line))} " for line in lines if line and not line.startswith("#"))


def _lines(text: str) -> list[str]:
    return [key for key in map(_key, text.split("\n")) if key]


def _key(line: str) -> str:
    return " ".join(line.split()).casefold()


def _stands_alone(refs: Sequence[str], stored: Mapping[str, frozenset[str]]) -> bool:
    """Whether enough of the articles are of different briefs and unlike each other; linear where they are copies."""
    apart: list[str] = []
    for ref in refs:
        if all(_brief(ref) != _brief(other) and _unlike(stored[ref], stored[other]) for other in apart):
            apart.append(ref)
            if len(apart) == _STORIES:
                return True
    return False


def _brief(ref: str) -> str:
    return ref.partition("/")[0]


def _unlike(one: frozenset[str], other: frozenset[str]) -> bool:
    return _size(one & other) < _ALIKE * min(_size(one), _size(other))


def _size(lines: frozenset[str]) -> int:
    return sum(line.count(" ") + 1 for line in lines)
