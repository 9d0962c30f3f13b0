"""The memory of earlier builds to what is known of each page: its key, what it is about, and what it read."""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Iterator
from typing import Final, NamedTuple

from dateline.pages.run import Subject, kinds
from dateline.read.memory import Memory
from dateline.relate.cells import SIZE, Cells

SHEETS, CELLS, NAMES, ALL = "sheets", "cells", "names", "all sheets"
"""Kinds of value in the memory."""
HEAD: Final = struct.Struct("<16sHH")
"""A key, and how many bytes the kind and the subject have that stand behind it."""


class Entry(NamedTuple):
    """What is known of one page."""

    key: str
    subject: Subject
    cells: array[int]
    """The numbers of the cells that it read."""

    def stands(self, changed: frozenset[int]) -> bool:
        """Whether nothing that the page read is otherwise than it was."""
        return changed.isdisjoint(self.cells)

    def written(self) -> bytes:
        """The entry as bytes."""
        kind, name = (part.encode() for part in self.subject)
        return HEAD.pack(bytes.fromhex(self.key), len(kind), len(name)) + kind + name + self.cells.tobytes()


class Shelved:
    """What is known of all pages that were made with the same options, and what is found out for the next build."""

    def __init__(self, memory: Memory, options: str, state: str) -> None:
        self._memory = memory
        self._head = {"options": options, "state": state}
        head = _head(memory.get(ALL))
        fits = head.get("options") == options
        cells, names = memory.get(CELLS), memory.get(NAMES)
        self.cells = Cells(cells, names) if fits and cells and names else None
        """The cells as they were when the pages were made; None where nothing is known of any page."""
        self._known = dict(memory.all(SHEETS))
        self._order = head.get("order") if self.cells and state and head.get("state") == state else None
        self._made: dict[str, Entry] = {}
        self._all: list[str] = []

    def same(self) -> Iterator[tuple[str, Entry]] | None:
        """Every page in order, where they were made of the very files that are there now; else None."""
        order = self._order if isinstance(self._order, list) else []
        entries = [(path, entry) for path in order if (entry := self.entry(path))]
        return iter(entries) if entries and len(entries) == len(order) else None

    def entry(self, path: str) -> Entry | None:
        """What is known of a page."""
        data = self._known.get(path) if self.cells else None
        return _read_back(data) if data else None

    def standing(self, subject: Subject, changed: frozenset[int]) -> Entry | None:
        """What is known of the page of a subject, where nothing that it read changed."""
        entry = self.entry(subject.path)
        return entry if entry and entry.subject == subject and entry.stands(changed) else None

    def keep(self, path: str, entry: Entry) -> None:
        """Know this of a page from now on."""
        self._all.append(path)
        if self._known.pop(path, None) != entry.written():
            self._made[path] = entry

    def close(self, cells: Cells) -> None:
        """All pages are kept: what is known of others goes."""
        self._memory.drop(SHEETS, self._known)
        self._memory.put(SHEETS, ((path, entry.written()) for path, entry in self._made.items()))
        self._memory.put(CELLS, [("", cells.digests)])
        self._memory.put(NAMES, [("", cells.names)])
        self._memory.put(ALL, [("", json.dumps(self._head | {"order": self._all}).encode())])


def _head(data: bytes | None) -> dict[str, object]:
    try:
        head = json.loads(data or b"{}")
    except (ValueError, RecursionError):
        return {}
    return head if isinstance(head, dict) else {}


def _read_back(data: bytes) -> Entry | None:
    if len(data) < HEAD.size:
        return None
    key, kind, name = HEAD.unpack_from(data)
    words, rest = data[HEAD.size : HEAD.size + kind + name], data[HEAD.size + kind + name :]
    subject = Subject(words[:kind].decode(errors="replace"), words[kind:].decode(errors="replace"))
    if len(rest) % SIZE or subject.kind not in kinds():
        return None
    return Entry(key.hex(), subject, array("Q", rest))
