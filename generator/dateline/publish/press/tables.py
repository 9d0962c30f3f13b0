"""A file to the tables that the press's memory is in."""

from __future__ import annotations

import sqlite3
from pathlib import Path

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
