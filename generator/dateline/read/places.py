"""The positions of a YAML file's values, one by one, to an index by path."""

from __future__ import annotations

from dateline.findings import Step
from dateline.read.text import without_stand_ins

Steps = tuple[Step, ...]
LineColumn = tuple[int, int]
TOP: LineColumn = (1, 1)


class _Spot:
    """A list or mapping whose values come next."""

    __slots__ = ("key", "path", "position")

    def __init__(self, path: Steps, *, is_list: bool) -> None:
        self.path = path
        self.position = 0 if is_list else None
        """Of the next entry of a list; None for a mapping."""
        self.key: str | None = None
        """The key whose value comes next; None where a key is."""


class Places:
    """Where each value and each key of a file begins."""

    def __init__(self) -> None:
        self._values: dict[Steps, LineColumn] = {}
        self._keys: dict[Steps, LineColumn] = {}
        self._spots: list[_Spot] = []
        self._newest: Steps = ()

    @property
    def depth(self) -> int:
        """How many lists and mappings are open."""
        return len(self._spots)

    def add(self, text: str, place: LineColumn) -> None:
        """The next value, or key, with its text, which is empty for a list or mapping."""
        if not self._spots:
            self._newest = ()
        elif (spot := self._spots[-1]).position is not None:
            self._newest = (*spot.path, spot.position)
            spot.position += 1
        elif spot.key is None:
            spot.key = without_stand_ins(text)
            self._newest = (*spot.path, spot.key)
            self._keys.setdefault(self._newest, place)
            return
        else:
            self._newest = (*spot.path, spot.key)
            spot.key = None
        self._values.setdefault(self._newest, place)

    def open(self, *, is_list: bool) -> None:
        """The value just added is a list or mapping."""
        self._spots.append(_Spot(self._newest, is_list=is_list))

    def close(self) -> None:
        """The end of the innermost list or mapping."""
        self._spots.pop()

    def find(self, path: Steps, *, key: bool) -> LineColumn:
        """The place of a value or of its last key, or of the nearest thing around it that is there."""
        here: Steps = ()
        for step in path:
            if (below := (*here, step)) in self._values:
                here = below
            elif isinstance(step, str):
                return self._values.get(here, TOP)
        value = self._values.get(here, TOP)
        return self._keys.get(here, value) if key else value
