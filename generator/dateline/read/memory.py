"""What an earlier run found out to what this one need not find out again: the memory in `.dateline/`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

FOLDER: Final = ".dateline"
"""The folder of a desk that holds what runs remember; deleting it costs time only."""
FILE: Final = "memory.sqlite"
SUM: Final = 8
"""Bytes of checksum before each value."""
TABLES: Final = (
    # With rowids: values of kilobytes within the index itself would make each new row cost more than the last.
    "CREATE TABLE kept (kind TEXT, key TEXT, value BLOB, PRIMARY KEY (kind, key))",
    "CREATE TABLE saved (number INTEGER)",
    "INSERT INTO saved VALUES (0)",
)
STAMP: Final = "stamp"
IGNORE: Final = ".gitignore"
DAMAGED: Final = "the memory of earlier builds is damaged and starts anew"
OLDER: Final = "the memory of earlier builds is of another version or other settings and starts anew"
BUSY: Final = "another build holds the memory; this one works without"
Pairs = Iterable[tuple[str, bytes]]


class Memory:
    """Values by kind and key; reading one that is damaged is as if it were not there.

    Nothing is written before `save`, and then all at once, so that a run that is stopped leaves the memory as it was.
    From the first look to the save no other run comes between; where one came before, it is empty from then on.
    Values are bytes that whoever keeps them reads as plain data: nothing in a memory is ever executed.
    """

    def __init__(self, connection: sqlite3.Connection, note: str = "") -> None:
        self._connection = connection
        self._saved = 0
        self._known = False
        self.note = note
        """What to tell about it, on one line; empty where there is nothing to tell."""

    def get(self, kind: str, key: str = "") -> bytes | None:
        """One value, or None."""
        for row in self._asked("SELECT value FROM kept WHERE kind = ? AND key = ?", (kind, key)):
            return self._sound(kind, key, row[0])
        return None

    def all(self, kind: str) -> Iterator[tuple[str, bytes]]:
        """Every value of a kind, by key, but for damaged ones."""
        for key, value in self._asked("SELECT key, value FROM kept WHERE kind = ?", (kind,)):
            sound = self._sound(kind, key, value)
            if sound is not None:
                yield key, sound

    def put(self, kind: str, values: Pairs) -> None:
        """Keep values, in place of those of the same keys."""
        self._hold()
        rows = ((kind, key, _sum(kind, key, value) + value) for key, value in values)
        self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def drop(self, kind: str, keys: Iterable[str]) -> None:
        """Keep some values no longer."""
        self._hold()
        self._connection.executemany("DELETE FROM kept WHERE kind = ? AND key = ?", ((kind, key) for key in keys))

    def save(self) -> None:
        """Write all that was put and dropped; where the disk refuses, the next run has to find it out again."""
        if not self._connection.in_transaction:
            return
        try:
            self._connection.execute("UPDATE saved SET number = number + 1")
            self._connection.commit()
            self._saved += 1
        except sqlite3.Error:
            self._forget()

    def close(self) -> None:
        """Let others have it; what was not saved is lost."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _asked(self, question: str, about: tuple[str, ...]) -> list[tuple[Any, ...]]:
        self._hold()
        try:
            return self._connection.execute(question, about).fetchall()
        except sqlite3.Error:
            self._forget(DAMAGED)
            return []

    def _hold(self) -> None:
        """Keep others away until the save, if nobody has saved since we did."""
        if self._connection.in_transaction:
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            number = self._connection.execute("SELECT number FROM saved").fetchone()[0]
        except (sqlite3.Error, TypeError) as error:
            self._forget(BUSY if "locked" in str(error) else DAMAGED)
            return
        if self._known and number != self._saved:
            self._forget()
        self._known, self._saved = True, number

    def _forget(self, note: str = "") -> None:
        self._connection.close()
        self._connection, self.note = _empty(":memory:"), note or self.note

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
        if not (folder / IGNORE).exists():
            (folder / IGNORE).write_text("*\n", "utf-8")
        if path.exists():
            memory = Memory(sqlite3.connect(path, timeout=0))
            known = memory.get(STAMP)
            if memory.note == BUSY or known == stamp.encode():
                return memory
            memory.close()
            note = OLDER if known else DAMAGED
            path.unlink()
        memory = Memory(_empty(str(path)), note)
        memory.put(STAMP, [("", stamp.encode())])
    except (OSError, sqlite3.Error):
        return no_memory()
    return memory


def _empty(place: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, timeout=0)
    for table in TABLES:
        connection.execute(table)
    connection.commit()
    return connection
