"""An extract to the names in it that look like actors and that the desk does not know."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.desk.intake.found import Extract
    from dateline.relate.lexicon import Lexicon

_MOST: Final = 12
_TOKEN: Final = re.compile(r"[^\W\d_][\w’'-]*|\S")
_JOINERS: Final = frozenset(
    {"of", "for", "the", "de", "del", "di", "du", "des", "al", "el", "bin", "ibn", "van", "von"}
)
"""Small words inside a name; “and” is none of them: it stands between two names more often than within one."""
_ARTICLES: Final = frozenset({"the", "a", "an", "le", "la", "les", "der", "die", "das"})
_STOPS: Final = frozenset(".!?…:“”\"'‘’")
_CAPITALS: Final = range(3, 7)
"""Letters of a word in capitals that is a name by itself."""


def unknown_names(extract: Extract, names: Lexicon) -> Iterator[str]:
    """Expanded acronyms, then names of several words or capitals alone, the most frequent first."""
    counts = Counter(_names(extract.body, frozenset(_TOKEN.findall(extract.body))))
    expanded = [f"{acronym.long} ({acronym.short})" for acronym in extract.acronyms]
    taken = {word for acronym in extract.acronyms for word in (acronym.long, acronym.short)}
    candidates = [name for name, _ in counts.most_common() if not any(word in name or name in word for word in taken)]
    yield from [name for name in (*expanded, *candidates) if not names.spans(name)][:_MOST]


def _names(text: str, words: frozenset[str]) -> Iterator[str]:
    """Runs of capitalised words; scripts without capitals have none, so that nothing is proposed from them.

    A first word that stands in the text in small letters too is only the beginning of a sentence.
    """
    run: list[str] = []
    before = "."
    for word in (match.group() for match in _TOKEN.finditer(text)):
        if word[0].isupper() or (run and word in _JOINERS and (word != "the" or run[-1] in _JOINERS)):
            if run or before not in _STOPS or not (word.istitle() and word.lower() in words):
                run.append(word)
            before = word
            continue
        yield from _named(run)
        run, before = [], word
    yield from _named(run)


def _named(run: list[str]) -> Iterator[str]:
    while run and run[-1] in _JOINERS:
        run = run[:-1]
    while run and (run[0] in _JOINERS or run[0].lower() in _ARTICLES):
        run = run[1:]
    if len(run) > 1 or (run and run[0].isupper() and len(run[0]) in _CAPITALS):
        yield " ".join(run)
