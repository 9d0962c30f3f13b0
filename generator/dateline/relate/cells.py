"""Corpus and relations to a digest of each of their cells, and what is otherwise than it was."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any, Final

from dateline.model.corpus import Corpus
from dateline.model.record import Record
from dateline.model.when import When
from dateline.relate import prose
from dateline.relate.lexicon import Lexicon
from dateline.relate.quoting.haystack import Haystack
from dateline.relate.relations import Relations
from dateline.relate.watch import KEYS, ORIGINS, VALUES, Cell, shelves

SIZE: Final = 8
"""Bytes of a digest; two of a million cells share one with a chance of one in forty million."""


def number(data: str) -> int:
    """A digest as a number, the same in every process."""
    return int.from_bytes(blake2b(data.encode("utf-8", "surrogatepass"), digest_size=SIZE).digest(), "little")


def cell_number(cell: Cell) -> int:
    """The number that a cell goes by from one build to the next."""
    name, key = cell
    return number(f"{name} {key if isinstance(key, str) else json.dumps(key)}")


def digests(corpus: Corpus, relations: Relations) -> Iterator[tuple[int, int]]:
    """Every cell of a corpus and its relations, by its number, with a digest of what is in it."""
    digest = _Digest(relations.lexicon)
    for name, shelf in shelves(corpus, relations):
        if isinstance(shelf, Mapping):
            found = {key: digest(value) for key, value in shelf.items()}
            yield from ((cell_number((name, key)), value) for key, value in found.items())
            yield cell_number((name, KEYS)), digest(list(found))
            yield cell_number((name, VALUES)), digest([*found.items()])
        else:
            yield cell_number((name, VALUES)), digest(shelf)
    for ref in corpus.articles:
        yield cell_number((ORIGINS, ref)), digest(relations.origins.known_of(ref))


def changes(before: bytes, now: Iterable[tuple[int, int]]) -> tuple[frozenset[int], bytes]:
    """The cells that are otherwise than before, those that are gone or new included; and what to keep for next time."""
    kept = array("Q")
    kept.frombytes(before[: len(before) - len(before) % (2 * SIZE)])
    old = dict(zip(kept[::2], kept[1::2], strict=True))
    found, changed = array("Q"), set[int]()
    for cell, digest in now:
        found.append(cell)
        found.append(digest)
        if old.pop(cell, None) != digest:
            changed.add(cell)
    return frozenset(changed | old.keys()), found.tobytes()


class _Digest:
    """Values to digests; a record that stands in many cells is read once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._records: dict[int, str] = {}

    def __call__(self, value: Any) -> int:
        return number(json.dumps(value, default=self._plain, ensure_ascii=False))

    def _plain(self, value: Any) -> Any:
        if isinstance(value, Record):
            return self._record(value)
        if is_dataclass(value) and not isinstance(value, type):
            return {field.name: getattr(value, field.name) for field in fields(value)}
        if isinstance(value, Mapping):
            return {str(key): item for key, item in value.items()}
        if isinstance(value, set | frozenset):
            return sorted(value)
        if isinstance(value, When):
            return str(value)
        if isinstance(value, Haystack):
            return value.text
        raise TypeError(value)

    def _record(self, record: Record) -> str:
        """A digest of all that a record says, and of the names that its texts may hold."""
        known = self._records.get(id(record))
        if known is None:
            names = self._lexicon.candidates("\n\0\n".join(_runs(record)))
            said = record.model_dump_json()
            known = self._records[id(record)] = f"{number(said):x} {number(repr(sorted(names))):x}"
        return known


def _runs(record: Record) -> Iterator[str]:
    """All that may be looked through for names: each text as it is written, as it is read, and with single spaces."""
    for text in _texts(record):
        yield text
        yield " ".join(text.split())
        if not prose.is_plain(text):
            yield from prose.visible(text)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Record):
        for inner in vars(value).values():
            yield from _texts(inner)
    elif isinstance(value, tuple | list) and not hasattr(value, "_fields"):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
