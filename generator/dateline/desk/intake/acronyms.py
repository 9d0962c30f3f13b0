"""A text to the acronyms that it expands itself, in either order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.desk.intake.found import Acronym

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_BRACKETS: Final = re.compile(r"\(([^()\n]{2,150})\)")
_OR: Final = re.compile(r", or (?:the )?([^\W\d_]{2,12})(?=[,.;\s])")
_SHORT: Final = re.compile(r"[^\W\d_](?:[^\W_]|[&.-](?=[^\W_])){1,11}\.?")
_LEAD: Final = re.compile(r"^(?:or|the|hereinafter|или|далее|also known as|аз|ё)\s*[—–:-]?\s+", re.IGNORECASE)
_QUOTES: Final = "\"'“”‘’«»„ "
_WORD: Final = re.compile(r"[^\W_]+")
_STOP: Final = re.compile(r"[.!?;:()]\s")
_WIDEST: Final = 300
"""Characters before brackets in which a long form begins."""
_CAPITALS: Final = 2
"""Capital letters without which a word is no acronym."""
_MORE_WORDS: Final = 6
"""How many words a long form may have beyond the short form's letters: "of", "the" and their like."""


def acronyms(text: str) -> tuple[Acronym, ...]:
    """Each expansion once, in the order of the text: `Long Form (LF)`, `LF (Long Form)` and `Long Form, or LF,`."""
    found: dict[tuple[str, str], Acronym] = {}
    for paragraph in text.split("\n"):
        for acronym in _in_paragraph(_LINK.sub(r"\1", paragraph)):
            found.setdefault((acronym.short, acronym.long.casefold()), acronym)
    return tuple(found.values())


def _in_paragraph(text: str) -> Iterator[Acronym]:
    marks = sorted([*_BRACKETS.finditer(text), *_OR.finditer(text)], key=re.Match.start)
    for mark in marks:
        before = _STOP.split(text[max(0, mark.start() - _WIDEST) : mark.start()])[-1].strip(_QUOTES)
        inner = _LEAD.sub("", mark[1].strip(_QUOTES)).strip(_QUOTES)
        long = _ending_long_form(inner, before) if _is_short(inner) else None
        if long:
            yield Acronym(short=inner, long=long, how=text[text.rfind(long, 0, mark.start()) : mark.end()])
        else:
            yield from _expanded_inside(before, inner, mark.group())


def _expanded_inside(before: str, inner: str, brackets: str) -> Iterator[Acronym]:
    short = "".join(before.split()[-1:]).strip(_QUOTES)
    if _is_short(short) and brackets.startswith("(") and _stands_for(_letters(short), _WORD.findall(inner)):
        yield Acronym(short=short, long=inner, how=f"{short} {brackets}")


def _is_short(text: str) -> bool:
    capitals = sum(map(str.isupper, text))
    return _SHORT.fullmatch(text) is not None and capitals >= _CAPITALS and 2 * capitals >= sum(map(str.isalpha, text))


def _letters(short: str) -> str:
    return "".join(filter(str.isalnum, short)).casefold()


def _ending_long_form(short: str, before: str) -> str | None:
    """The words at the end of a text that a short form abbreviates, the fewest that do."""
    words = list(_WORD.finditer(before))
    for count in range(2, min(len(words), len(short) + _MORE_WORDS) + 1):
        long = [word.group() for word in words[-count:]]
        # "Office of the Keeper" begins with its first capital, not with "of".
        starts_inside = long[0].islower() and not all(map(str.islower, long))
        if not starts_inside and _stands_for(_letters(short), long):
            return before[words[-count].start() :].strip(_QUOTES)
    return None


def _stands_for(letters: str, words: list[str]) -> bool:
    """Whether letters are beginnings of these words in order; words in lower case may be passed over but the last."""
    return len(words) > 1 and words[0][0].casefold() == letters[:1] and _spells(letters, words)


def _spells(letters: str, words: list[str]) -> bool:
    if not letters or not words:
        return not letters and not words
    word = words[0].casefold()
    taken = [size for size in range(min(len(word), len(letters)), 0, -1) if letters.startswith(word[:size])]
    passes = words[0].islower() and len(words) > 1
    return any(_spells(letters[size:], words[1:]) for size in taken) or (passes and _spells(letters, words[1:]))
