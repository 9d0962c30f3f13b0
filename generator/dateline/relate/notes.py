"""What is read of a corpus and its relations to notes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar, cast

T = TypeVar("T")
Cell = tuple[str, object]
"""A mapping's name and a key of it, whether there is a value under it or not."""
KEYS: Final = ("keys",)
"""Stands for the key of a cell that holds all keys of a mapping, in their order."""
VALUES: Final = ("values",)
"""Stands for the key of a cell that holds all that is in a mapping or list."""
FEW: Final = 8
"""Results that are kept for the next reader."""


class Notes:
    """What was read since the notes were last begun."""

    __slots__ = ("_once", "cells")

    def __init__(self) -> None:
        self.cells: set[Cell] = set()
        self._once: dict[object, tuple[Any, set[Cell]]] = {}

    def begin(self) -> set[Cell]:
        """New notes, which grow as more is read."""
        self.cells = set()
        return self.cells

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What `make` gives, worked out once for readers in a row; each of them has read all that it was made of."""
        if key not in self._once:
            around, within = self.cells, self.begin()
            if len(self._once) >= FEW:
                self._once.pop(next(iter(self._once)))
            self._once[key] = make(), within
            self.cells = around
        found, cells = self._once[key]
        self.cells |= cells
        return cast("T", found)
