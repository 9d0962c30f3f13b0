"""What a reader typed to words, phrases and words that must not be there."""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.publish.search.tokens import RUN, WORD, fold, lowered

QUOTES = re.compile("[“”„«»]")
PIECE = re.compile(r'(-?)"([^"]*)"?|(\S+)')


class Query(NamedTuple):
    """A search, taken apart."""

    words: tuple[str, ...]
    """Folded, each once, in order; those of phrases too."""
    phrases: tuple[tuple[str, ...], ...]
    """Words that must follow each other."""
    without: tuple[tuple[str, ...], ...]
    """Words and phrases that must not be there."""
    begun: str | None
    """The last word, when it may still be growing."""


def forms(text: str) -> list[tuple[str, ...]]:
    """The folded words of a text; a run of a script without spaces as its pairs, which belong together."""
    found = []
    for match in WORD.finditer(lowered(text)):
        form = fold(match[0])
        if RUN.fullmatch(form) and len(form) > 1:
            found.append(tuple(form[at : at + 2] for at in range(len(form) - 1)))
        elif form:
            found.append((form,))
    return found


def parse(text: str, *, typing: bool = True) -> Query:
    """A query; while `typing`, its last plain word may be the beginning of one."""
    words: dict[str, None] = {}
    phrases, without = [], []
    begun: str | None = None
    for sign, quoted, word in PIECE.findall(QUOTES.sub('"', text)):
        begun = None
        minus, plain = ("-", word[1:]) if word.startswith("-") and len(word) > 1 else (sign, word)
        groups = forms(plain or quoted)
        together = tuple(form for group in groups for form in group)
        if minus:
            without += [together] if together else []
            continue
        words |= dict.fromkeys(together)
        phrases += [together] if quoted and len(together) > 1 else [group for group in groups if len(group) > 1]
        begun = groups[-1][0] if plain and groups and len(groups[-1]) == 1 else None
    growing = typing and not text[-1:].isspace()
    return Query(tuple(words), tuple(phrases), tuple(without), begun if growing else None)
