"""Actors at risk to the pattern that finds their names in any text, however they are joined."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from dateline.model.actor import Actor

JOINED = r"[\W_]{1,5}"
"""Between the words of a name: a space, a hyphen in an address, a line end, marks of emphasis."""
INFLECTED = r"(?:['’]s|\w{0,3})"
"""What case and number add: `Petrov's`, `Петрову`."""
SHORTEST_FAMILY_NAME = 4
"""Letters from which the last word of a person's name is withheld alone too."""


def pattern_of(actors: Iterable[Actor]) -> re.Pattern[str] | None:
    """Finds every name, alias and id of these actors; None where there are none."""
    found = {form for actor in actors for form in _forms(actor)}
    # The longest first, so that a family name does not leave a first name standing before it.
    ordered = sorted(found, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)") if ordered else None


def _forms(actor: Actor) -> Iterator[str]:
    for name in (*actor.names, actor.id, *actor.formerly):
        for written in {unicodedata.normalize(form, name) for form in ("NFC", "NFD")} | {name}:
            words = re.findall(r"\w+", written)
            if len(words) > 1:
                yield f"(?i:{JOINED.join(map(re.escape, words))}){INFLECTED}"
            else:
                yield from _single(written, inflected=words == [written])
    for words in (name.split() for name in actor.names if actor.kind == "person"):
        if len(words) > 1 and len(words[-1]) >= SHORTEST_FAMILY_NAME:
            yield from _single(words[-1], inflected=True)


def _single(word: str, *, inflected: bool) -> Iterator[str]:
    """A word as it is written, and in capitals: in small letters it may be a word like any other."""
    for written in (word, word.upper()):
        yield re.escape(written) + (INFLECTED if inflected else "")
