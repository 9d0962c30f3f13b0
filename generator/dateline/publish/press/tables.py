"""A file to the tables that the press's memory is in."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from zlib import crc32

PIECE = 2**20
"""Bytes that are read at once."""
TABLES = """
CREATE TABLE IF NOT EXISTS said (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS page (path TEXT PRIMARY KEY, key TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS file (name TEXT PRIMARY KEY, page TEXT NOT NULL, digest TEXT NOT NULL, born INTEGER NOT NULL)
  WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS file_page ON file (page);
CREATE TABLE IF NOT EXISTS gone (name TEXT PRIMARY KEY, build INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS part (
  family TEXT, path TEXT, place INTEGER, key TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (family, path, place)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS part_path ON part (path);
CREATE TABLE IF NOT EXISTS piece (path TEXT PRIMARY KEY, family TEXT NOT NULL, key TEXT NOT NULL) WITHOUT ROWID;
"""


def opened_anew(file: Path) -> sqlite3.Connection:
    """The tables in a file, or where the system lets none be written, without one."""
    try:
        return opened(file)
    except sqlite3.Error:
        return opened(Path(":memory:"))


def opened(file: Path) -> sqlite3.Connection:
    """The tables in a file, made where they are missing. Raises sqlite3.DatabaseError where it is no database."""
    db = sqlite3.connect(file)
    try:
        # What is lost in a crash costs time only; the site itself is put in place by other means.
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA journal_mode = MEMORY")
        db.executescript(TABLES)
        db.commit()
    except sqlite3.DatabaseError:
        db.close()
        raise
    return db


def is_sealed(file: Path) -> bool:
    """Whether a file is what the last build left: SQLite itself would not see a bit that fell over."""
    try:
        return _seal(file).read_text("ascii") == _sum(file)
    except (OSError, ValueError):
        return False


def seal(file: Path) -> None:
    """Write down what a file is now. Raises OSError."""
    if file.is_file():
        _seal(file).write_text(_sum(file), "ascii")


def _seal(file: Path) -> Path:
    return file.with_suffix(".sum")


def _sum(file: Path) -> str:
    found = 0
    with file.open("rb") as stream:
        while piece := stream.read(PIECE):
            found = crc32(piece, found)
    return f"{found:08x} {file.stat().st_size}\n"
