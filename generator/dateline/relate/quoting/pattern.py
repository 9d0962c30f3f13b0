"""A quote with ellipses and brackets to the words that must stand in the article, and what may lie between them."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final

from dateline.relate.quoting.words import touches_word

if TYPE_CHECKING:
    from collections.abc import Callable

_SIGN: Final = re.compile(r"\[ ?\.{3,} ?\]|\.{3,}|\[(?P<inside>[^\[\]]{1,200})\]")
_WORD: Final = re.compile(r"\w")
_NEXT: Final = re.compile(r"[\[\]]|\.{3,}")
_BESIDE: Final = 15
"""Characters on each side by which an ellipsis is recognised as the article's own."""
_MOST_LETTERS: Final = 4
"""Bracketed letters tried in both cases within one run of words; a fifth is looked for as it is written."""


class Joint(enum.StrEnum):
    """What may lie between two runs of words."""

    BARE = "bare-ellipsis"
    """Without brackets: might be the article's own, where that has one at the same place."""
    ELLIPSIS = "ellipsis"
    WORDS = "bracketed-words"


_LETTER: Final = "bracketed-letter"
EDITED: Final = (_LETTER, str(Joint.WORDS), str(Joint.ELLIPSIS))
"""What an editor may have done to a quote, by the names that a match lists."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pattern:
    """A quote taken apart."""

    literals: tuple[tuple[str, ...], ...]
    """Runs of words that must stand there, each in one of the spellings given."""
    joints: tuple[Joint, ...]
    """What lies between each two runs, one fewer than those."""
    edits: frozenset[str]
    """Those of `EDITED` that occur, be it only at an end of the quote."""
    inserted: tuple[str, ...]
    """The words in each pair of brackets."""
    glued: tuple[str, ...]
    """Pairs of brackets around more than a letter that touch a word, and so are a piece of one."""


def parse(quote: str, is_ordinary: Callable[[str], bool] = lambda _: False) -> Pattern:
    """A quote in normal form, taken apart at each ellipsis that `is_ordinary` does not find in the article itself."""
    literals: list[list[str]] = [[""]]
    joints: list[Joint] = []
    inserted: list[re.Match[str]] = []
    edits: set[str] = set()
    where = 0
    for sign in _SIGN.finditer(quote):
        inside = sign["inside"] or ""
        if _is_text(inside) if inside else is_ordinary(_around(quote, sign)):
            continue
        _append(literals[-1], quote[where : sign.start()])
        where = sign.end()
        if len(inside) == 1:
            edits.add(_LETTER)
            literals[-1] = _either_case(literals[-1], inside)
            continue
        edits.add(str(Joint.WORDS if inside else Joint.ELLIPSIS))
        joints.append(Joint.WORDS if inside else Joint.ELLIPSIS if "[" in sign.group() else Joint.BARE)
        literals.append([""])
        inserted += [sign] if inside else []
    _append(literals[-1], quote[where:])
    kept, between = _tidy(literals, joints)
    return Pattern(
        literals=kept,
        joints=between,
        edits=frozenset(edits),
        inserted=tuple(sign["inside"] for sign in inserted),
        glued=tuple(sign.group() for sign in inserted if touches_word(sign)),
    )


def _is_text(inside: str) -> bool:
    return not (inside.isalpha() if len(inside) == 1 else _WORD.search(inside))


def _around(quote: str, sign: re.Match[str]) -> str:
    # Up to the next sign, so three dots further than needed.
    before = _NEXT.split(quote[max(0, sign.start() - _BESIDE - 3) : sign.start()])[-1][-_BESIDE:]
    after = _NEXT.split(quote[sign.end() : sign.end() + _BESIDE + 3])[0][:_BESIDE]
    return (before + sign.group() + after).strip()


def _append(spellings: list[str], words: str) -> None:
    spellings[:] = [spelling + words for spelling in spellings]


def _either_case(spellings: list[str], letter: str) -> list[str]:
    if len(spellings) >= 2**_MOST_LETTERS:
        return [f"{spelling}[{letter}]" for spelling in spellings]
    cases = dict.fromkeys((letter, letter.lower(), letter.upper()))
    return [spelling + case for spelling, case in product(spellings, cases)]


def _tidy(literals: list[list[str]], joints: list[Joint]) -> tuple[tuple[tuple[str, ...], ...], tuple[Joint, ...]]:
    kept: list[tuple[str, ...]] = []
    between: list[Joint] = []
    for spellings, joint in zip(literals, (None, *joints), strict=True):
        if joint and kept:
            # Two joints with nothing between them are one, and an ellipsis there allows what it allows alone.
            met = (joint, *between[len(kept) - 1 :])
            between[len(kept) - 1 :] = [next(kind for kind in (Joint.ELLIPSIS, Joint.BARE, Joint.WORDS) if kind in met)]
        if spellings[0].strip():
            kept.append(tuple(spelling.strip() for spelling in spellings))
    return tuple(kept), tuple(between[: max(0, len(kept) - 1)])
