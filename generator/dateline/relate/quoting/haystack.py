"""A stored text to the forms that quotes are looked up in, each made once and only when it is needed."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING, Final

from dateline.relate.quoting.letters import seen_letters
from dateline.relate.quoting.markdown import is_marked, read_form
from dateline.relate.quoting.normalise import INVISIBLE, normal_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.relate.quoting.form import Form
    from dateline.relate.quoting.letters import Letters

_BREAK: Final = "\n\n"
"""Where a paragraph surely ends; no mark reaches across, but for those of which `letters` is unsure."""
_BROKEN: Final = re.compile(r"(?<=[^\W_])[*_\\&`\[\]][*\\&`\[\]]*+(?=\w)")
"""Marks within a word. Begun anew within a run of marks, a long one would take its length squared."""


class Haystack:
    """A stored text that remembers its forms, for many quotes looked up in the same article."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def plain(self) -> Form:
        """The normal form of the text as it is stored, Markdown's marks included."""
        return normal_form(self.text)

    @property
    def is_prepared(self) -> bool:
        """Whether the plain form is made already, which takes longer than a look at the stored text."""
        return "plain" in vars(self)

    @cached_property
    def read(self) -> Form | None:
        """The normal form of what a reader of the Markdown sees; None where that is `plain`."""
        if not is_marked(self.text):
            return None
        seen = read_form(self.text)
        return normal_form(seen.text, seen)

    @cached_property
    def letters(self) -> Letters | None:
        """The letters and digits that a reader sees; None where a quick look cannot say which."""
        return seen_letters(self.text, self.plain)

    def forms(self, *words: str) -> Iterator[Form]:
        """All in which these words, in normal form, may stand, the nearest to the stored text first.

        The second takes the longest to make, so it is made only for who asks for it and may find them there.
        """
        yield self.plain
        if self.letters is None or all(self.letters.has(run) for run in words):
            if "read" not in vars(self) and is_marked(self.text):
                yield from self._near(*words)
            if self.read:
                yield self.read

    def _near(self, *words: str) -> Iterator[Form]:
        """Of the form that a reader sees, the paragraphs with the one place that has the letters of these words.

        A sign at an edge of the words may stand beyond them, so that this is where to look first.
        """
        if self.letters is None or len(words) != 1 or not self.letters.has_once(words[0]):
            return
        place = self.letters.place(words[0])
        start, end = self.text.rfind(_BREAK, 0, place.start), self.text.find(_BREAK, place.end)
        first = start + len(_BREAK) if start >= 0 else 0
        seen = read_form(self.text[first : end if end >= 0 else None])
        yield normal_form(seen.text, seen.shifted(first))

    @cached_property
    def has_broken_words(self) -> bool:
        """Whether a word may stand there whose characters are not next to one another, or are not composed."""
        return (
            any(mark in self.text for mark in INVISIBLE)
            or "](" in self.text
            or not unicodedata.is_normalized("NFC", self.text)
            or _BROKEN.search(self.text) is not None
        )


def prepare(text: str | Haystack) -> Haystack:
    """The same text, ready for many quotes; what is ready already stays as it is."""
    return text if isinstance(text, Haystack) else Haystack(text)
