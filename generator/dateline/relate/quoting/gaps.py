"""Words left out between two runs of a quote to the reason why they may not be, if there is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.relate.quoting.lists import primary
from dateline.relate.quoting.negation import has_list, negation_in
from dateline.relate.quoting.numerals import has_number
from dateline.relate.quoting.pattern import Joint

if TYPE_CHECKING:
    from dateline.relate.quoting.form import Form

MOST_LEFT_OUT: Final = 300
"""Characters of the normal form that one ellipsis may stand for, spaces at the edges not counted."""
_MOST_WORDS: Final = 5
_OWN_DOTS: Final = re.compile(r"^\.(?: ?\.){2}|\.(?: ?\.){2}$")
_PIECES: Final = frozenset({"dis", "il", "im", "ir", "mis", "un"})
"""Beginnings of English words that are no words, and turn round what follows."""
_PARAGRAPH_BREAK: Final = re.compile(r"\n(?:[^\S\n]*+(?:>[^\S\n]*+)?\n)++")


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """Judges what lies between two runs of words in one form of a text."""

    form: Form
    stored: str
    """The text that the form was made from."""
    language: str
    """A BCP 47 tag: whose negations count."""

    def fault(self, joint: Joint, start: int, end: int) -> str:
        """Why `form.text[start:end]` may not be left out, or replaced; empty when it may."""
        words = self.form.text[start:end].strip()
        if not words:
            return ""
        if joint is Joint.WORDS and len(words.split()) > _MOST_WORDS:
            return "brackets stand for more than five words"
        if joint is Joint.BARE and _OWN_DOTS.search(words):
            return "the ellipsis there is the article's own, so what else is left out needs “[…]”"
        if len(words) > MOST_LEFT_OUT:
            return f"more than {MOST_LEFT_OUT} characters are left out"
        if len(_PARAGRAPH_BREAK.findall(self.stored[slice(*self.form.stored(start, end))])) > 1:
            return "more than one paragraph break is left out"
        return self._held(joint, words)

    def _held(self, joint: Joint, words: str) -> str:
        if joint is Joint.WORDS and any(character.isdigit() for character in words):
            return f"the words that brackets replace hold a number: “{words}”"
        if not has_list(self.language):
            return without_list(self.language)
        negation = negation_in(words, self.language)
        if negation is None:
            return ""
        where = "the part left out says" if joint is not Joint.WORDS else "the words that brackets replace say"
        return f"{where} “{negation}”"


def glue_fault(glued: tuple[str, ...]) -> str:
    """Why brackets may not touch a word, or hold a piece of one; empty when none do."""
    return f"brackets stand for whole words, not for a piece of one: “{glued[0]}”" if glued else ""


def insertion_fault(inserted: tuple[str, ...], language: str) -> str:
    """Why these words may not be added in brackets; empty when they may."""
    for words in inserted:
        if words.strip().casefold() in _PIECES and primary(language) in {"", "en"}:
            return glue_fault((f"[{words}]",))
        if has_number(words, language):
            return f"brackets may not add a number: “[{words}]”"
        if not has_list(language):
            return without_list(language)
        # An editor may write in English whatever the article is in.
        negation = negation_in(words, language) or negation_in(words, "en")
        if negation is not None:
            return f"brackets may not add “{negation}”"
    return ""


def without_list(language: str) -> str:
    """Why nothing can be left out of an article in this language."""
    return f"no list of negations is known for the language “{language}”, so nothing may be left out or replaced"
