"""What is kept of an index from one build to the next: its buckets, its lines by stem, and what pages gave."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from dateline.publish.search.inverted import by_unit
from dateline.publish.search.line import Line, read_line

TABLES: Final = """
CREATE TABLE IF NOT EXISTS index_said (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS index_source (source TEXT PRIMARY KEY, page TEXT NOT NULL, digest TEXT NOT NULL)
  WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS index_source_page ON index_source (page);
CREATE TABLE IF NOT EXISTS index_asked (source TEXT, what TEXT, PRIMARY KEY (source, what)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS index_asked_what ON index_asked (what);
CREATE TABLE IF NOT EXISTS index_fact (what TEXT PRIMARY KEY, value TEXT NOT NULL, source TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS index_fact_source ON index_fact (source);
CREATE TABLE IF NOT EXISTS index_held (
  page TEXT, part INTEGER, bucket INTEGER NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (page, part)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS index_held_bucket ON index_held (bucket, page, part, size);
CREATE TABLE IF NOT EXISTS index_bucket (
  bucket INTEGER PRIMARY KEY, size INTEGER NOT NULL, words INTEGER NOT NULL, levels TEXT NOT NULL,
  cards TEXT NOT NULL, runs TEXT NOT NULL, tokens TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS index_term (
  key BLOB NOT NULL, stem TEXT NOT NULL, size INTEGER NOT NULL, forms TEXT NOT NULL, cards TEXT NOT NULL,
  sizes BLOB NOT NULL, columns BLOB NOT NULL, who BLOB NOT NULL, wheres BLOB NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS index_term_key ON index_term (key, stem, size);
CREATE TABLE IF NOT EXISTS index_form (
  key BLOB, stem TEXT, form TEXT NOT NULL, letter TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (key, stem)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS index_form_stem ON index_form (stem, key, form);
CREATE INDEX IF NOT EXISTS index_form_letter ON index_form (letter);
CREATE TABLE IF NOT EXISTS index_column (
  name TEXT, bucket INTEGER, raw TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (name, bucket)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS index_value (name TEXT, value TEXT, count INTEGER NOT NULL, PRIMARY KEY (name, value))
  WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS index_shard (fence TEXT PRIMARY KEY, stands TEXT NOT NULL) WITHOUT ROWID;
"""
OF_NUMBERS: Final = ("bucket", "term", "form", "column", "value", "shard")
"""Tables that say nothing once entries have other numbers."""


class Bucket(NamedTuple):
    """What a bucket gave, as texts that can be compared."""

    size: int
    words: int
    levels: str
    cards: str
    """JSON."""
    runs: str
    """A line for each stem, which it begins."""
    tokens: str
    """A line for each."""


NO_BUCKET: Final = Bucket(0, 0, "", "[]", "", "")


class Term(NamedTuple):
    """A stem's line, with all that it is written of."""

    forms: str
    cards: str
    """What the line shows, with the tabulator before it; empty where nothing."""
    line: Line


class Kept:
    """The tables."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Those of a database, made where they are missing; whoever has the database ends the transaction."""
        self.db = db
        for statement in filter(str.strip, TABLES.split(";\n")):
            db.execute(statement)

    def number(self, name: str) -> int:
        """A number that was said, 0 where none was."""
        found = self.db.execute("SELECT value FROM index_said WHERE name = ?", (name,)).fetchone()
        return int(found[0]) if found else 0

    def say(self, name: str, value: int) -> None:
        """Say a number."""
        self.db.execute("INSERT OR REPLACE INTO index_said VALUES (?, ?)", (name, str(value)))

    def forget_numbers(self) -> None:
        """Begin the index anew; what pages gave stays."""
        for table in OF_NUMBERS:
            self.db.execute(f"DELETE FROM index_{table}")  # noqa: S608  # our own names

    def bucket(self, number: int) -> Bucket:
        """What a bucket gave."""
        found = self.db.execute(
            "SELECT size, words, levels, cards, runs, tokens FROM index_bucket WHERE bucket = ?", (number,)
        ).fetchone()
        return Bucket(*found) if found else NO_BUCKET

    def cards(self, number: int) -> Sequence[str]:
        """The cards of a bucket."""
        found = self.db.execute("SELECT cards FROM index_bucket WHERE bucket = ?", (number,)).fetchone()
        cards: list[str] = json.loads(found[0])
        return cards

    def put_buckets(self, rows: Iterable[tuple[int, Bucket]]) -> None:
        """Know this of buckets from now on."""
        self.db.executemany(
            "INSERT OR REPLACE INTO index_bucket VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((number, *bucket) for number, bucket in rows),
        )

    def term(self, stem: str) -> Term:
        """A stem's line, one without runs where the stem is new."""
        found = self.db.execute(
            "SELECT forms, cards, sizes, columns, who, wheres FROM index_term WHERE key = ?", (by_unit(stem),)
        ).fetchone()
        return Term(found[0], found[1], read_line(*found[2:])) if found else Term("", "", Line())

    def put_terms(self, terms: Iterable[tuple[str, int, Term]]) -> None:
        """Stems, how long their lines are, and these; in place of what is known of them."""
        rows = [
            (by_unit(stem), stem, size, forms, cards, *line.written(), bytes(line.who), bytes(line.where))
            for stem, size, (forms, cards, line) in terms
        ]
        self.db.executemany("DELETE FROM index_term WHERE key = ?", [row[:1] for row in rows])
        self.db.executemany("INSERT INTO index_term VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def drop_terms(self, stems: Iterable[str]) -> None:
        """Forget stems that nobody has."""
        self.db.executemany("DELETE FROM index_term WHERE key = ?", [(by_unit(stem),) for stem in stems])

    def stems(self) -> Sequence[tuple[str, int]]:
        """Every stem in order, and how long its line is."""
        return self.db.execute("SELECT stem, size FROM index_term INDEXED BY index_term_key ORDER BY key").fetchall()

    def lines(self, first: str, last: str) -> Iterator[tuple[str, str, str, bytes, bytes]]:
        """Stem, forms, cards, who and where, from one stem to another."""
        yield from self.db.execute(
            "SELECT stem, forms, cards, who, wheres FROM index_term WHERE key BETWEEN ? AND ? ORDER BY key",
            (by_unit(first), by_unit(last)),
        )

    def shards(self) -> Mapping[str, str]:
        """How each shard stands, by its fence."""
        return dict(self.db.execute("SELECT fence, stands FROM index_shard"))

    def put_shards(self, shards: Mapping[str, str]) -> None:
        """The shards, in place of those that were."""
        self.db.execute("DELETE FROM index_shard")
        self.db.executemany("INSERT INTO index_shard VALUES (?, ?)", shards.items())

    def all(self, query: str, *values: Any) -> list[Any]:
        """The rows of a query."""
        return self.db.execute(query, values).fetchall()
