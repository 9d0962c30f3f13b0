"""A stored text to the forms that quotes are looked up in, each made once and only when it is needed."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING, Final

from dateline.relate.quoting.letters import letters, seen_letters
from dateline.relate.quoting.markdown import is_marked, read_form
from dateline.relate.quoting.normalise import INVISIBLE, normal_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.relate.quoting.form import Form

_MARKS: Final = re.compile(r"[*_\\&`\[\]]+(?=\w)")


class Haystack:
    """A stored text that remembers its forms, for many quotes looked up in the same article."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def plain(self) -> Form:
        """The normal form of the text as it is stored, Markdown's marks included."""
        return normal_form(self.text)

    @cached_property
    def read(self) -> Form | None:
        """The normal form of what a reader of the Markdown sees; None where that is `plain`."""
        if not is_marked(self.text):
            return None
        seen = read_form(self.text)
        return normal_form(seen.text, seen)

    @cached_property
    def letters(self) -> bytes | None:
        """The letters and digits that a reader sees; None where a quick look cannot say which."""
        return seen_letters(self.text, self.plain.text)

    def forms(self, *words: str) -> Iterator[Form]:
        """All in which these words, in normal form, may stand, the nearest to the stored text first.

        The second takes the longest to make, so it is made only for who asks for it and may find them there.
        """
        yield self.plain
        if (self.letters is None or all(letters(run) in self.letters for run in words)) and self.read:
            yield self.read

    @cached_property
    def has_broken_words(self) -> bool:
        """Whether a word may stand there whose characters are not next to one another, or are not composed."""
        return (
            any(mark in self.text for mark in INVISIBLE)
            or "](" in self.text
            or not unicodedata.is_normalized("NFC", self.text)
            or any(self.text[mark.start() - 1 : mark.start()].isalnum() for mark in _MARKS.finditer(self.text))
        )


def prepare(text: str | Haystack) -> Haystack:
    """The same text, ready for many quotes; what is ready already stays as it is."""
    return text if isinstance(text, Haystack) else Haystack(text)
