"""Two articles and what they share to a reason in words for counting them as one origin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal, NamedTuple, Self

from dateline.model.words.catalogue import Interface

Kind = Literal["declared", "translation", "url", "text", "agency", "source", "owner"]
KINDS: Final[tuple[Kind, ...]] = ("declared", "translation", "url", "text", "agency", "source", "owner")
"""The strongest first: what an editor says, then what is plainly the same, then what is presumed."""
DECLARED: Final[frozenset[Kind]] = frozenset({"declared", "translation"})
"""Said by an editor, so that `origin: own` does not set them aside."""


class Detail(str):
    """Words in English that remember the message they were made of, so that they can be said in another language."""

    __slots__ = ("many", "message", "values")
    message: str
    many: str
    """The message for several of its `count`; empty where it counts nothing."""
    values: Mapping[str, Any]

    def __new__(cls, message: str, many: str = "", **values: Any) -> Self:
        """Fill in a message; a value may be such words itself."""
        one = not many or values["count"] == 1
        made = super().__new__(cls, (message if one else many).format(**values))
        made.message, made.many, made.values = message, many, values
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str, str], dict[str, Any]]:
        return (self.message, self.many), dict(self.values)


def in_words(words: Interface, detail: Detail) -> str:
    """A detail in the language of the interface."""
    said: dict[str, Any] = {
        key: in_words(words, value) if isinstance(value, Detail) else value for key, value in detail.values.items()
    }
    if not detail.many:
        return words.say(detail.message, **said)
    return words.say_n(detail.message, detail.many, said.pop("count"), **said)


class Reason(NamedTuple):
    """Why two articles are one origin."""

    kind: Kind
    a: str
    """`slug/name`; of a declaration, the article that makes it."""
    b: str
    """`slug/name`."""
    detail: Detail
    """In words, without the articles' names: `same text: 87 % of the shorter`."""
    share: float = 0.0
    """Of a reason that rests on text: how much of the shorter stands in the other, from 0 to 1."""

    @property
    def rank(self) -> tuple[int, float, str, str, str]:
        """What reasons are sorted by: strength, then how much text, then the articles."""
        return KINDS.index(self.kind), -self.share, self.a, self.b, self.detail


def percent(share: float) -> str:
    """A share as whole per cent, rounded down so that less than a half never reads as a half."""
    return f"{int(share * 100 + 1e-9)} %"
