"""What an earlier run found out to what this one need not find out again: the memory in `.dateline/`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Final, Self

FILE: Final = "memory.sqlite"
SUM: Final = 8
"""Bytes of checksum before each value."""
TABLE: Final = "CREATE TABLE kept (kind TEXT, key TEXT, value BLOB, PRIMARY KEY (kind, key)) WITHOUT ROWID"
DAMAGED: Final = "the memory of earlier builds is damaged and starts anew"
OLDER: Final = "the memory of earlier builds is of another version or other settings and starts anew"
BUSY: Final = "another build holds the memory; this one works without"
Pairs = Iterable[tuple[str, bytes]]


class Memory:
    """Values by kind and key; reading one that is damaged is as if it were not there.

    Nothing is written before `save`, and then all at once, so that a run that is stopped leaves the memory as it was.
    Values are bytes that whoever keeps them reads as plain data: nothing in a memory is ever executed.
    """

    def __init__(self, connection: sqlite3.Connection, note: str = "") -> None:
        self._connection = connection
        self.note = note
        """What to tell about it, on one line; empty where there is nothing to tell."""

    def get(self, kind: str, key: str = "") -> bytes | None:
        """One value, or None."""
        row = self._connection.execute("SELECT value FROM kept WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        return self._sound(kind, key, row[0]) if row else None

    def all(self, kind: str) -> Iterator[tuple[str, bytes]]:
        """Every value of a kind, by key, but for damaged ones."""
        for key, value in self._connection.execute("SELECT key, value FROM kept WHERE kind = ?", (kind,)):
            sound = self._sound(kind, key, value)
            if sound is not None:
                yield key, sound

    def put(self, kind: str, values: Pairs) -> None:
        """Keep values, in place of those of the same keys."""
        rows = ((kind, key, _sum(kind, key, value) + value) for key, value in values)
        self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def drop(self, kind: str, keys: Iterable[str]) -> None:
        """Keep some values no longer."""
        self._connection.executemany("DELETE FROM kept WHERE kind = ? AND key = ?", ((kind, key) for key in keys))

    def save(self) -> None:
        """Write all that was put and dropped; where the disk refuses, the next run has to find it out again."""
        try:
            self._connection.commit()
        except sqlite3.Error:
            self._connection.rollback()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def _sound(self, kind: str, key: str, value: object) -> bytes | None:
        if not isinstance(value, bytes) or value[:SUM] != _sum(kind, key, value[SUM:]):
            self.note = DAMAGED
            return None
        return value[SUM:]


def _sum(kind: str, key: str, value: bytes) -> bytes:
    found = blake2b(f"{len(kind)} {kind} {len(key)} {key} ".encode("utf-8", "surrogatepass"), digest_size=SUM)
    found.update(value)
    return found.digest()


def no_memory() -> Memory:
    """A memory that lasts as long as this run."""
    return Memory(_empty(":memory:"))


def open_memory(folder: Path, stamp: str) -> Memory:
    """The memory in a folder, empty where its stamp is another one: `stamp` names all that its values depend on.

    Where the folder cannot be written, or another run holds it, the memory lasts as long as this run.
    """
    path, note = folder / FILE, ""
    try:
        folder.mkdir(exist_ok=True)
        if path.exists():
            found = _opened(path, stamp)
            if isinstance(found, sqlite3.Connection):
                return Memory(found)
            note = found
            path.unlink()
        connection = _empty(str(path))
    except (OSError, sqlite3.Error):
        return Memory(_empty(":memory:"), BUSY)
    memory = Memory(connection, note)
    memory.put("stamp", [("", stamp.encode())])
    return memory


def _opened(path: Path, stamp: str) -> sqlite3.Connection | str:
    """The database, or what to tell of it."""
    connection = sqlite3.connect(path, timeout=0)
    try:
        # Taken at once and held to the end, so that what is read and what is written belong together.
        connection.execute("BEGIN IMMEDIATE")
        known = Memory(connection).get("stamp")
    except sqlite3.OperationalError as error:
        connection.close()
        if "locked" in str(error):
            raise
        return DAMAGED
    except sqlite3.Error:
        connection.close()
        return DAMAGED
    if known == stamp.encode():
        return connection
    connection.close()
    return OLDER if known is not None else DAMAGED


def _empty(place: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, timeout=0)
    connection.execute(TABLE)
    connection.commit()
    connection.execute("BEGIN IMMEDIATE")
    return connection
