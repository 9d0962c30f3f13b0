"""The names of actors to automata that find them in text."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from dateline.model.actor import Actor
from dateline.read.kept import key_of
from dateline.relate.stretches import longest_first, without_halves
from dateline.relate.whole_words import APOSTROPHES, HYPHENS, is_whole

SAME: Final = str.maketrans(
    {
        **dict.fromkeys(
            "\t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " "
        ),
        **dict.fromkeys("\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys(HYPHENS, "-"),
    }
)
"""Characters that are written one for the other within a name."""
SHORT: Final = 2
"""Letters; a name this short is found only as it is written."""
LONGEST_DOTTED: Final = 4
"""Letters of a name in capitals that is also written with stops: UK, U.K."""
SMALL: Final = 3
"""Letters of the longest name that a line of capitals may hold as a common word, as in TELL US WHO."""
AROUND: Final = 40
"""Characters on each side that show whether a line is all capitals."""
ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
Owners = Mapping[str, tuple[str, ...]]
Form = tuple[str, str, tuple[str, ...]]
"""How it is looked for, `folded` or `exact`; the form; whose it is."""


class Span(NamedTuple):
    """A name in a text."""

    start: int
    end: int
    actors: tuple[str, ...]
    """Who has this name; more than one where it is ambiguous."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Finder:
    automaton: AhoCorasick | None
    names: tuple[str, ...]
    """As the automaton numbers them."""
    owners: Owners
    """No actor for a name that is excluded."""

    def found(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        if self.automaton is not None:
            for number, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True):
                yield start, end, self.owners[self.names[number]]

    def finds(self, text: str) -> bool:
        return self.automaton is not None and bool(self.automaton.find_matches_as_indexes(text))


@dataclass(frozen=True, kw_only=True, slots=True)
class Lexicon:
    """Every name of every actor, ready to be looked for."""

    folded: _Finder
    """Names that are found in any case."""
    exact: _Finder
    """Names that are found only as they are written."""

    def spans(self, text: str, preferred: Collection[str] = ()) -> tuple[Span, ...]:
        """The names in a text, longest first and none inside another; `preferred` actors decide an ambiguous name."""
        whole: dict[tuple[int, int], tuple[str, ...]] = {}
        plain = text.translate(SAME)
        for finder, searched in ((self.folded, fold(plain)), (self.exact, plain)):
            for start, end, actors in finder.found(searched):
                if is_whole(text, start, end) and not (finder is self.exact and _is_shouted(text, start, end)):
                    whole[start, end] = (*whole.get((start, end), ()), *actors)
        chosen = without_halves(text, longest_first(whole, _addresses(text), len(text)))
        spans = (Span(start, end, _decided(whole[start, end], preferred)) for start, end in chosen)
        return tuple(span for span in spans if span.actors)

    @property
    def forms(self) -> frozenset[Form]:
        """Every form of a name, with whose it is."""
        pairs = (("folded", self.folded), ("exact", self.exact))
        return frozenset((kind, name, owners) for kind, finder in pairs for name, owners in finder.owners.items())

    @property
    def key(self) -> bytes:
        """Stands for all that it finds."""
        return key_of(json.dumps(form) for form in sorted(self.forms))

    def may_name(self, text: str) -> bool:
        """Whether any form of a name stands anywhere in a text, be it within another word or name.

        Where none does, `spans` finds nothing in any part of the text.
        """
        plain = text.translate(SAME)
        return self.folded.finds(fold(plain)) or self.exact.finds(plain)


def lexicon_of(forms: Iterable[Form]) -> Lexicon:
    """The lexicon of some forms of names."""
    shelves: dict[str, dict[str, tuple[str, ...]]] = {"folded": {}, "exact": {}}
    for kind, name, owners in forms:
        shelves[kind][name] = owners
    return Lexicon(folded=_finder(shelves["folded"]), exact=_finder(shelves["exact"]))


def lexicon(actors: Iterable[Actor]) -> Lexicon:
    """The lexicon of all names and aliases; names under `not:` are in it with nobody behind them."""
    folded: dict[str, dict[str, None]] = {}
    exact: dict[str, dict[str, None]] = {}
    for actor in actors:
        owners = dict.fromkeys(actor.not_, ()) | dict.fromkeys(actor.names, (actor.id,))
        for name, owner in owners.items():
            for form in _forms(name):
                for shelf, written in _written(form):
                    (folded if shelf == "folded" else exact).setdefault(written, {}).update(dict.fromkeys(owner))
    return Lexicon(folded=_finder(folded), exact=_finder(exact))


def _finder(owners: Mapping[str, Iterable[str]]) -> _Finder:
    names = tuple(sorted(name for name in owners if name))
    automaton = AhoCorasick(names, implementation=Implementation.ContiguousNFA) if names else None
    return _Finder(automaton=automaton, names=names, owners={name: tuple(owners[name]) for name in names})


def _forms(name: str) -> Iterable[str]:
    """A name with its accents as letters of their own and as marks, since texts come in both forms."""
    plain = name.translate(SAME)
    return dict.fromkeys((plain, unicodedata.normalize("NFC", plain), unicodedata.normalize("NFD", plain)))


def _written(name: str) -> Iterator[tuple[str, str]]:
    """Where to look for a name, and what for."""
    letters = sum(character.isalnum() for character in name)
    if letters <= SHORT or name.isupper():
        yield "exact", name
        if name.isupper() and name.isalpha() and letters <= LONGEST_DOTTED:
            yield "exact", "".join(f"{letter}." for letter in name)
    elif name.lower() in common_words() and name != name.lower():
        yield from (("exact", written) for written in dict.fromkeys((name, name.upper())))
    else:
        # Texts keep their length when folded; a name is also looked for as whole folding has it: Straße, STRASSE.
        yield from (("folded", written) for written in dict.fromkeys((fold(name), name.casefold())))


def fold(text: str) -> str:
    """Case folded by Unicode rules, of the same length: a character whose fold is longer is lowered or kept."""
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    return "".join(_fold_one(character) for character in text)


@cache
def _fold_one(character: str) -> str:
    return next((form for form in (character.casefold(), character.lower()) if len(form) == 1), character)


@cache
def common_words() -> frozenset[str]:
    """Words that are also names, in lower case."""
    lines = Path(__file__).with_name("common_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether capitals say nothing here: a name such as US that is a common word, in a line of capitals."""
    if end - start > SMALL or text[start:end].lower() not in common_words():
        return False
    around = text[max(0, start - AROUND) : start] + text[end : end + AROUND]
    return around.isupper()


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    if "://" in text or "www." in text.lower():
        yield from (match.span() for match in ADDRESS.finditer(text))


def _decided(actors: tuple[str, ...], preferred: Collection[str]) -> tuple[str, ...]:
    chosen = tuple(actor for actor in actors if actor in preferred)
    return chosen if len(chosen) == 1 else tuple(sorted({*actors}))
