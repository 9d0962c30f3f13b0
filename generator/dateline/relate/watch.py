"""Corpus and relations to the same, with a note of everything that is read in them."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from dateline.model.corpus import Corpus
from dateline.relate.lexicon import Lexicon
from dateline.relate.notes import KEYS, VALUES, Notes
from dateline.relate.origins import OriginGroup, Origins
from dateline.relate.relations import Relations

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")
ORIGINS: Final = "origins"
DERIVED: Final = ("heads", "lines", "claims", "events", "articles_by_brief")
"""What a corpus works out of its records and files when it is first asked."""


class Watched(Mapping[K, V]):
    """A mapping that notes what is read of it."""

    __slots__ = ("_name", "_notes", "_of")

    def __init__(self, name: str, of: Mapping[K, V], notes: Notes) -> None:
        self._name, self._of, self._notes = name, of, notes

    def __getitem__(self, key: K) -> V:
        self._notes.cells.add((self._name, key))
        return self._of[key]

    def __contains__(self, key: object) -> bool:
        self._notes.cells.add((self._name, key))
        return key in self._of

    def __iter__(self) -> Iterator[K]:
        self._notes.cells.add((self._name, KEYS))
        return iter(self._of)

    def __len__(self) -> int:
        self._notes.cells.add((self._name, KEYS))
        return len(self._of)

    def keys(self) -> KeysView[K]:
        """All keys; a set of its own, which no longer notes what is looked up in it."""
        self._notes.cells.add((self._name, KEYS))
        return self._of.keys()

    def values(self) -> ValuesView[V]:
        """All values."""
        self._notes.cells.add((self._name, VALUES))
        return self._of.values()

    def items(self) -> ItemsView[K, V]:
        """All keys with their values."""
        self._notes.cells.add((self._name, VALUES))
        return self._of.items()


class WatchedList(tuple[T, ...]):  # noqa: SLOT001  # no tuple has room for more than its items
    """A tuple that notes that it is read."""

    noted: tuple[str, Notes]

    @classmethod
    def of(cls, name: str, items: Iterable[T], notes: Notes) -> WatchedList[T]:
        """The same items under a name."""
        found = cls(items)
        found.noted = name, notes
        return found

    def _note(self) -> None:
        name, notes = self.noted
        notes.cells.add((name, VALUES))

    def __getitem__(self, key: Any) -> Any:
        self._note()
        return super().__getitem__(key)

    def __iter__(self) -> Iterator[T]:
        self._note()
        return super().__iter__()

    def __len__(self) -> int:
        self._note()
        return super().__len__()

    def __contains__(self, item: object) -> bool:
        self._note()
        return super().__contains__(item)

    def __eq__(self, other: object) -> bool:
        self._note()
        return super().__eq__(other)

    def __hash__(self) -> int:
        self._note()
        return super().__hash__()


class WatchedOrigins(Origins):
    """Origins that note of which articles they were asked."""

    def __init__(self, of: Origins, notes: Notes) -> None:
        self._of, self.notes = of, notes

    def groups(self, articles: Iterable[str]) -> tuple[OriginGroup, ...]:
        """The same as ever."""
        refs = tuple(articles)
        self.notes.cells.update(cell for ref in refs for cell in ((ORIGINS, ref), ("articles", ref)))
        return self._of.groups(refs)


def watched(corpus: Corpus, relations: Relations, notes: Notes) -> tuple[Corpus, Relations]:
    """A corpus and its relations that note what is read of them.

    A lexicon is not watched: which names a text may hold belongs to the text (`cells.py`).
    """
    seen = _each(replace(corpus, documents={}, findings=()), "", notes)
    for name in DERIVED:
        # Where a property keeps what it worked out, the watched one stands already.
        vars(seen)[name] = Watched(name, getattr(corpus, name), notes)
    return seen, _each(relations, "", notes)


def notes_of(relations: Relations) -> Notes | None:
    """The notes that watched relations write; None for others."""
    return relations.origins.notes if isinstance(relations.origins, WatchedOrigins) else None


def shelves(corpus: Corpus, relations: Relations) -> Iterator[tuple[str, Mapping[Any, Any] | tuple[Any, ...]]]:
    """Every mapping and list that `watched` watches, by the name that its cells have."""
    yield from _named(replace(corpus, documents={}, findings=()), "")
    for name in DERIVED:
        yield name, getattr(corpus, name)
    yield from _named(relations, "")


def _each(holder: Any, prefix: str, notes: Notes) -> Any:
    """A record of mappings with each of them watched."""
    made = {name: _one(value, f"{prefix}{name}", notes) for name, value in _parts(holder)}
    return holder._replace(**made) if hasattr(holder, "_fields") else replace(holder, **made)


def _one(value: Any, name: str, notes: Notes) -> Any:
    if isinstance(value, Origins):
        return WatchedOrigins(value, notes)
    if isinstance(value, Mapping):
        return Watched(name, value, notes)
    if _is_holder(value):
        return _each(value, f"{name}.", notes)
    return WatchedList.of(name, value, notes)


def _named(holder: Any, prefix: str) -> Iterator[tuple[str, Mapping[Any, Any] | tuple[Any, ...]]]:
    for name, value in _parts(holder):
        if _is_holder(value):
            yield from _named(value, f"{prefix}{name}.")
        elif not isinstance(value, Origins):
            yield f"{prefix}{name}", value


def _parts(holder: Any) -> Iterator[tuple[str, Any]]:
    """The parts of a record that are to be watched."""
    names = [field.name for field in fields(holder)] if is_dataclass(holder) else holder._fields
    for name in names:
        value = getattr(holder, name)
        if isinstance(value, Mapping | tuple | Origins) or (_is_holder(value) and not isinstance(value, Lexicon)):
            yield name, value


def _is_holder(value: Any) -> bool:
    return hasattr(value, "_fields") or is_dataclass(value)
