"""Corpus and relations to a digest of each of their cells, and what is otherwise than it was."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any, Final, NamedTuple

from dateline.model.corpus import Corpus
from dateline.model.record import Record
from dateline.model.when import When
from dateline.relate import prose
from dateline.relate.lexicon import Form, Lexicon, lexicon_of
from dateline.relate.notes import KEYS, VALUES, Cell
from dateline.relate.quoting.haystack import Haystack
from dateline.relate.relations import Relations
from dateline.relate.watch import ORIGINS, shelves

SIZE: Final = 8
"""Bytes of a digest; two of a million cells share one with a chance of one in forty million."""


def number(data: str) -> int:
    """A digest as a number, the same in every process."""
    return int.from_bytes(blake2b(data.encode("utf-8", "surrogatepass"), digest_size=SIZE).digest(), "little")


def cell_number(cell: Cell) -> int:
    """The number that a cell goes by from one build to the next."""
    name, key = cell
    return number(f"{name} {key if isinstance(key, str) else json.dumps(key)}")


class Cells(NamedTuple):
    """What is to be known of a corpus and its relations next time."""

    digests: bytes
    """The number of each cell and a digest of what is in it."""
    names: bytes
    """Every form of a name, with whose it is."""


def changes(before: Cells | None, corpus: Corpus, relations: Relations) -> tuple[frozenset[int], Cells]:
    """The cells that are otherwise than before, those that are gone or new included; and what to keep for next time.

    Names are linked wherever they stand: a cell in whose texts a name might stand that is new, gone or somebody else's
    is otherwise, though its texts are the same.
    """
    names = relations.lexicon.forms
    new = lexicon_of(names ^ _read_names(before.names)) if before else None
    old, changed, found = _read_digests(before.digests if before else b""), set[int](), array("Q")
    for cell, digest, is_renamed in _digests(corpus, relations, new):
        found.append(cell)
        found.append(digest)
        if old.pop(cell, None) != digest or is_renamed:
            changed.add(cell)
    return frozenset(changed | old.keys()), Cells(found.tobytes(), json.dumps(sorted(names)).encode())


def _read_digests(data: bytes) -> dict[int, int]:
    kept = array("Q", data[: len(data) - len(data) % (2 * SIZE)])
    return dict(zip(kept[::2], kept[1::2], strict=True))


def _read_names(data: bytes) -> frozenset[Form]:
    try:
        return frozenset((str(kind), str(name), tuple(map(str, owners))) for kind, name, owners in json.loads(data)
                         if kind in {"folded", "exact"})  # fmt: skip
    except (ValueError, TypeError, RecursionError):
        return frozenset()


def _digests(corpus: Corpus, relations: Relations, new: Lexicon | None) -> Iterator[tuple[int, int, bool]]:
    """Every cell by its number, a digest of what is in it, and whether one of the new names may stand there."""
    digest = _Digest(new)
    for name, shelf in shelves(corpus, relations):
        if isinstance(shelf, Mapping):
            found = {key: digest(value) for key, value in shelf.items()}
            yield from ((cell_number((name, key)), *value) for key, value in found.items())
            yield cell_number((name, KEYS)), *digest(list(found))
            values, _ = digest([(key, value) for key, (value, _) in found.items()])
            yield cell_number((name, VALUES)), values, any(renamed for _, renamed in found.values())
        else:
            yield cell_number((name, VALUES)), *digest(shelf)
    for ref in corpus.articles:
        yield cell_number((ORIGINS, ref)), *digest(relations.origins.known_of(ref))


class _Digest:
    """Values to digests; a record that stands in many cells is read once."""

    def __init__(self, new: Lexicon | None) -> None:
        self._new = new if new and (new.folded.names or new.exact.names) else None
        self._records: dict[int, tuple[str, bool]] = {}
        self._is_renamed = False
        # One encoder for all: what it checks for circles in takes longer than most values.
        self._written = json.JSONEncoder(default=self._plain, ensure_ascii=False, check_circular=False).encode

    def __call__(self, value: Any) -> tuple[int, bool]:
        self._is_renamed = False
        digest = number(self._written(value))
        return digest, self._is_renamed

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
        known = self._records.get(id(record))
        if known is None:
            renamed = self._new is not None and self._new.may_name("\n\0\n".join(_runs(record)))
            known = self._records[id(record)] = f"{number(record.model_dump_json()):x}", renamed
        self._is_renamed = self._is_renamed or known[1]
        return known[0]


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
