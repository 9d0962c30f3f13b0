"""What a review says to the same without the names of people at risk: a comment on a forge is read by everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from dateline.desk.review.outcome import Review
from dateline.desk.review.story import Item, Line, Section, Story
from dateline.model.actor import Actor
from dateline.model.discreet import WITHHELD
from dateline.model.names_at_risk import pattern_of

REMOVED, ADDED = frozenset({"removed"}), frozenset({"added"})
READINGS: Final = (frozenset[str](), REMOVED, ADDED)
"""Styles that are skipped: a line with all its words, as it is now, and as it was."""
PIECES: Final = frozenset({"difference", "passages"})
"""Keys of JSON that hold a wording in pieces."""


class Discretion:
    """Writes texts without the names that readers must not see, whether the person is at risk before or after."""

    def __init__(self, review: Review, hidden: frozenset[str]) -> None:
        self._names = pattern_of(_actors(review, hidden))

    def story(self, story: Story) -> Story:
        """A story that names nobody at risk."""
        if self._names is None:
            return story
        return replace(
            story,
            summary=self._text(story.summary),
            compared=self._line(story.compared),
            sections=tuple(map(self._section, story.sections)),
        )

    def data(self, value: Any, key: str = "") -> Any:
        """Plain data that names nobody at risk."""
        if self._names is None:
            return value
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, Mapping):
            return {name: self.data(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return (
                self._pieces(value) if key in PIECES and _are_pieces(value) else [self.data(one, key) for one in value]
            )
        return value

    def _section(self, section: Section) -> Section:
        return replace(section, title=self._line(section.title), items=tuple(map(self._item, section.items)))

    def _item(self, item: Item) -> Item:
        return Item(self._line(item.line), tuple(map(self._item, item.below)))

    def _line(self, line: Line) -> Line:
        shown = self._together([(span.text, span.style) for span in line])
        return tuple(span._replace(text=text) for span, text in zip(line, shown, strict=True) if text)

    def _pieces(self, pieces: Sequence[Mapping[str, str]]) -> list[Mapping[str, str]]:
        parts = [part for piece in pieces for part in ((piece["words"], piece["change"]), (" ", "equal"))]
        shown = self._together(parts)[::2]
        return [{**piece, "words": words} for piece, words in zip(pieces, shown, strict=True) if words.strip()]

    def _text(self, text: str) -> str:
        return self._names.sub(WITHHELD, text) if self._names else text

    def _together(self, parts: Sequence[tuple[str, str]]) -> list[str]:
        """Texts that are read as one: a name is found though it was taken out or put in only in part."""
        hidden = {place for skipped in READINGS for place in self._places(parts, skipped)}
        return [_without(text, number, hidden) for number, (text, _) in enumerate(parts)]

    def _places(self, parts: Sequence[tuple[str, str]], skipped: frozenset[str]) -> Iterator[tuple[int, int]]:
        """Where names stand, as the number of a part and of a character in it."""
        assert self._names, "there are names to find"
        signs = [(number, at) for number, (text, style) in enumerate(parts) if style not in skipped
                 for at in range(len(text))]  # fmt: skip
        whole = "".join(text for text, style in parts if style not in skipped)
        for found in self._names.finditer(whole):
            yield from signs[found.start() : found.end()]


def _without(text: str, number: int, hidden: set[tuple[int, int]]) -> str:
    """A text with each hidden stretch of it told as withheld."""
    if not any((number, at) in hidden for at in range(len(text))):
        return text
    marked = "".join("\0" if (number, at) in hidden else sign for at, sign in enumerate(text.replace("\0", " ")))
    return re.sub("\0+", WITHHELD, marked)


def _are_pieces(value: Sequence[Any]) -> bool:
    return bool(value) and all(isinstance(item, Mapping) for item in value)


def _actors(review: Review, ids: frozenset[str]) -> Iterator[Actor]:
    """Some actors as both states have them: a name that was dropped is a name still."""
    for state in (review.before, review.after):
        corpus = state.desk.corpus
        yield from (corpus.actors[id_] for id_ in sorted(ids) if id_ in corpus.actors)
