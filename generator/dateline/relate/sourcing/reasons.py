"""Two articles and what they share to a reason in words for counting them as one origin."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

Kind = Literal["declared", "translation", "url", "text", "agency", "source", "owner"]
KINDS: Final[tuple[Kind, ...]] = ("declared", "translation", "url", "text", "agency", "source", "owner")
"""The strongest first: what an editor says, then what is plainly the same, then what is presumed."""
DECLARED: Final[frozenset[Kind]] = frozenset({"declared", "translation"})
"""Said by an editor, so that `origin: own` does not set them aside."""


class Reason(NamedTuple):
    """Why two articles are one origin."""

    kind: Kind
    a: str
    """`slug/name`; of a declaration, the article that makes it."""
    b: str
    """`slug/name`."""
    detail: str
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
