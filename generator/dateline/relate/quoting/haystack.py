"""A stored text to the forms that quotes are looked up in, each made once and only as far as it is needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from dateline.relate.quoting.form import Form, Span, rewrite
from dateline.relate.quoting.letters import Letters
from dateline.relate.quoting.markdown import has_definitions, is_marked, read_form
from dateline.relate.quoting.normalise import normal_form
from dateline.relate.quoting.seen import BREAK, seen_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_BESIDE: Final = 64
"""Characters kept on each side of a place, more than are looked at to see whether a word is cut there."""
_NOWHERE: Final = Form(text="", parent=None, at=(0,), starts=(0,), ends=(0,))


class Haystack:
    """A stored text that remembers its forms, for many quotes looked up in the same article.

    A whole form takes several milliseconds where marks and double spaces abound. The letters of a text take a
    fraction of one, and say that some words stand nowhere, or at which place alone they can.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def plain(self) -> Form:
        """The normal form of the text as it is stored, Markdown's marks included."""
        return normal_form(self.text)

    @cached_property
    def read(self) -> Form | None:
        """The normal form of what a reader of the Markdown sees; None where that is `plain`."""
        if not self._is_marked:
            return None
        seen = read_form(self.text)
        return normal_form(seen.text, seen)

    def forms(self, words: str) -> Iterator[Form]:
        """What these words, in normal form, may stand in, the nearest to the stored text first.

        That is all of a form, or the one part of it with their letters; a form without them is left out.
        """
        if self._stored.count(words):
            yield self._plain_around(words)
        if self._is_marked and (self._seen is None or self._seen.count(words)):
            yield self._read_around(words)

    def forms_of_parts(self, *parts: str) -> Iterator[Form]:
        """What words in normal form may stand in with something between them, in the same order.

        The first is given also where one of the parts stands nowhere, for it to be named; of no part, all of both are.
        """
        yield self._plain_around(*parts)
        if self._is_marked and (self._seen is None or all(self._seen.count(part) for part in parts)):
            yield self._read_around(*parts)

    def stands_once(self, words: str) -> bool:
        """Of words that do stand there: whether they can stand nowhere else in any form."""
        if self._stored.count(words) != 1:
            return False
        return not self._is_marked or (self._seen is not None and self._seen.count(words) == 1)

    @cached_property
    def _is_marked(self) -> bool:
        return is_marked(self.text)

    @cached_property
    def _stored(self) -> Letters:
        return Letters(text=self.text)

    @cached_property
    def _seen(self) -> Letters | None:
        seen = seen_text(self.text)
        return None if seen is None else self._stored if seen == self.text else Letters(text=seen)

    def _plain_around(self, *parts: str) -> Form:
        place = _place(self._stored, parts) if "plain" not in vars(self) else None
        if place is None:
            return self.plain
        if not place.end:
            return _NOWHERE
        start, end = _widened(self.text, place)
        part = self.text[start:end]
        return normal_form(part, rewrite(part, (), None).shifted(start))

    def _read_around(self, *parts: str) -> Form:
        place = _place(self._seen, parts) if self._seen and "read" not in vars(self) else None
        if place is None or self._seen is None:
            return self.read or self.plain
        if not place.end:
            return _NOWHERE
        start, end = self._paragraphs(self._seen.text, place)
        part = self.text[start:end]
        if "`" in part:
            # Code may begin in one paragraph and end in another.
            return self.read or self.plain
        seen = read_form(part, refers=has_definitions(self.text))
        return normal_form(seen.text, seen.shifted(start))

    def _paragraphs(self, seen: str, place: Span) -> Span:
        """The paragraphs of the stored text behind a place in what is seen of it."""
        before, within = seen.count(BREAK, 0, place.start), seen.count(BREAK, place.start, place.end)
        start = 0
        for _ in range(before):
            start = self.text.find(BREAK, start) + len(BREAK)
        end = start
        for _ in range(within):
            end = self.text.find(BREAK, end) + len(BREAK)
        last = self.text.find(BREAK, end)
        return Span(start, last if last >= 0 else len(self.text))


def prepare(text: str | Haystack) -> Haystack:
    """The same text, ready for many quotes; what is ready already stays as it is."""
    return text if isinstance(text, Haystack) else Haystack(text)


def _place(letters: Letters, parts: tuple[str, ...]) -> Span | None:
    """The stretch with the only places of those parts that stand there, empty without any; None where it is unsure."""
    counts = [letters.count(part) for part in parts]
    if not parts or any(count > 1 for count in counts):
        return None
    places = [letters.place(part) for part, count in zip(parts, counts, strict=True) if count]
    known = [place for place in places if place]
    if len(known) < len(places):
        return None
    return Span(min(place.start for place in known), max(place.end for place in known)) if known else Span(0, 0)


def _widened(text: str, place: Span) -> Span:
    """A place with what stands beside it, from white space to white space."""
    start, end = max(0, place.start - _BESIDE), min(len(text), place.end + _BESIDE)
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)
