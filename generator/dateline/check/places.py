"""Findings' positions in data to lines and columns; those of files that an earlier run looked through are known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.findings import At, Place, Step
from dateline.read.document import Document
from dateline.read.kept import Lore

Spot = tuple[tuple[Step, ...], bool]
"""A path in a file's data, and whether its last key itself is meant."""
Spots = dict[Spot, tuple[int, int]]


class Places:
    """Where things stand in some documents."""

    def __init__(self, documents: Mapping[str, Document], lore: Lore) -> None:
        self._documents = documents
        self._kept = lore.of("places")
        self._spots: dict[str, Spots] = {}
        self._looked_up: set[str] = set()

    def of(self, at: At | Place) -> Place:
        """Line and column of a position; the beginning of a file that gave no document."""
        if isinstance(at, Place):
            return at
        document = self._documents.get(at.file)
        if document is None:
            return Place(at.file, 1, 1)
        if at.offset is not None:
            return document.place(at)
        spots, spot = self._spots_in(document), (at.path, at.key)
        if spot not in spots:
            # The file is parsed again for it.
            spots[spot] = document.place(at)[1:]
            self._looked_up.add(at.file)
        return Place(at.file, *spots[spot])

    def _spots_in(self, document: Document) -> Spots:
        file = document.file
        if file not in self._spots:
            self._spots[file] = self._kept.known(file, document.key, _spots_of) or {}
        return self._spots[file]

    def close(self) -> None:
        """All findings have their places: keep them."""
        for file in self._looked_up:
            rows = [(path, key, *place) for (path, key), place in self._spots[file].items()]
            self._kept.keep(file, self._documents[file].key, rows)
        self._kept.close(self._spots)


def _spots_of(rows: Any) -> Spots:
    return {(tuple(path), bool(key)): (int(line), int(column)) for path, key, line, column in rows}
