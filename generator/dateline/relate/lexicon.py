"""The names of actors to an automaton that finds them in text."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from dateline.model.actor import Actor

UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "BOPOMOFO")
"""Scripts written without spaces between words, by the first word of their characters' Unicode names."""


class Span(NamedTuple):
    """A name in a text."""

    start: int
    end: int
    actors: tuple[str, ...]
    """Who has this name; more than one where it is ambiguous."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lexicon:
    """Every name of every actor, ready to be looked for."""

    automaton: AhoCorasick | None
    names: tuple[str, ...]
    """The folded names, as the automaton numbers them."""
    exact: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Folded name to its spellings, each with the actors who have it; no actor for a name that is excluded."""

    def spans(self, text: str, preferred: Collection[str] = ()) -> tuple[Span, ...]:
        """The names in a text, longest first and none inside another; `preferred` actors decide an ambiguous name."""
        if self.automaton is None:
            return ()
        found: list[Span] = []
        folded = fold(text)
        matches = self.automaton.find_matches_as_indexes(folded, overlapping=True)
        for number, start, end in sorted(matches, key=lambda match: (match[1], -match[2])):
            if found and start < found[-1].end:
                continue
            actors = self._actors(number, text[start:end]) if is_whole(text, start, end) else None
            if actors is not None:
                found.append(Span(start, end, _decided(actors, preferred)))
        return tuple(span for span in found if span.actors)

    def _actors(self, number: int, written: str) -> tuple[str, ...] | None:
        spellings = self.exact[self.names[number]]
        fitting = [actors for spelling, actors in spellings.items() if _fits(spelling, written)]
        if len(fitting) <= 1:
            return fitting[0] if fitting else None
        return tuple(sorted({actor for actors in fitting for actor in actors}))


def lexicon(actors: Iterable[Actor]) -> Lexicon:
    """The lexicon of all names and aliases; names under `not:` are in it with nobody behind them."""
    exact: dict[str, dict[str, tuple[str, ...]]] = {}
    for actor in actors:
        for name in actor.names:
            spellings = exact.setdefault(fold(name), {})
            spellings[name] = tuple(sorted({*spellings.get(name, ()), actor.id}))
        for name in actor.not_:
            exact.setdefault(fold(name), {}).setdefault(name, ())
    names = tuple(sorted(name for name in exact if name))
    automaton = AhoCorasick(names, implementation=Implementation.ContiguousNFA) if names else None
    return Lexicon(automaton=automaton, names=names, exact=exact)


def fold(text: str) -> str:
    """Case folded by Unicode rules, of the same length: a character whose fold is longer is lowered or kept."""
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    return "".join(_fold_one(character) for character in text)


def _fold_one(character: str) -> str:
    for form in (character.casefold(), character.lower()):
        if len(form) == 1:
            return form
    return character


def _fits(spelling: str, written: str) -> bool:
    """A name without lower-case letters, such as US or IS, is found only as it is written."""
    return spelling == written or not spelling.isupper()


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text neither begins nor ends inside a word, in the writing system's sense."""
    return _is_edge(text, start - 1, start) and _is_edge(text, end - 1, end)


def _is_edge(text: str, left: int, right: int) -> bool:
    if left < 0 or right >= len(text):
        return True
    before, after = text[left], text[right]
    return not (_is_word(before) and _is_word(after)) or _is_unspaced(before) or _is_unspaced(after)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character) in {"Mn", "Mc"}


def _is_unspaced(character: str) -> bool:
    return character > "\u0e00" and unicodedata.name(character, "").startswith(UNSPACED)


def _decided(actors: tuple[str, ...], preferred: Collection[str]) -> tuple[str, ...]:
    if len(actors) <= 1:
        return actors
    chosen = tuple(actor for actor in actors if actor in preferred)
    return chosen if len(chosen) == 1 else actors
