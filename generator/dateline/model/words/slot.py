"""A date that is still to be said to its words in the case that a phrase asks for."""

from __future__ import annotations

from collections.abc import Callable


class Slot:
    """What fills `{date:genitive}`: the phrase names the case, and only then is the date said."""

    __slots__ = ("_case", "_say")

    def __init__(self, say: Callable[[str], str], case: str = "") -> None:
        """Say takes a case; `case` is the one for a phrase that names none."""
        self._say = say
        self._case = case

    def __format__(self, case: str) -> str:
        return self._say(case or self._case)
