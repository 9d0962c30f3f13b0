"""What the press keeps of a build: keys of pages, digests of files, and what pages gave to files of all."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from dateline.publish.export import Part
from dateline.publish.press.lock import clear_way
from dateline.publish.press.tables import is_sealed, opened, opened_anew, seal

LOG = logging.getLogger("mkdocs.plugins.dateline")
FORMAT = "2"
"""Raised when the tables change their meaning."""
DAMAGED = "The memory of the last build could not be read and is made anew; nothing is lost but time"


class Memory:
    """The tables, in one transaction that ends with the build."""

    def __init__(self, file: Path, program: str) -> None:
        """Open a memory, or begin one where it is missing, damaged or another program's. Raises OSError.

        Where the system lets none be written it lasts as long as the build.
        """
        self._format = f"{FORMAT} {program}"
        file.parent.mkdir(parents=True, exist_ok=True)
        clear_way(file)
        self._file = file
        try:
            self.db = opened(file)
            if self.said("format") != self._format:
                self.forget()
            elif not is_sealed(file):
                LOG.warning(DAMAGED)
                self.forget()
        except sqlite3.DatabaseError:
            LOG.warning(DAMAGED)
            for left in file.parent.glob(f"{file.name}*"):
                left.unlink()
            self.db = opened_anew(file)
            self.forget()

    def forget(self) -> None:
        """Begin with nothing known."""
        for (table,) in self.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            self.db.execute(f"DELETE FROM {table}")  # noqa: S608  # our own names
        self.say("format", self._format)

    def keep(self) -> None:
        """End the build's transaction; where the system refuses, the next build makes anew what this one made."""
        try:
            self.db.commit()
            seal(self._file)
        except (OSError, sqlite3.Error) as error:
            LOG.warning("The memory of this build could not be kept (%s); nothing is lost but time", error)

    def close(self) -> None:
        """Give up what was not kept."""
        with suppress(sqlite3.Error):
            self.db.rollback()
        self.db.close()

    def said(self, name: str) -> str:
        """A value by its name, empty where there is none."""
        found = self.db.execute("SELECT value FROM said WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def say(self, name: str, value: str) -> None:
        """Set a value."""
        self.db.execute("INSERT OR REPLACE INTO said VALUES (?, ?)", (name, value))

    @property
    def build(self) -> int:
        """The number of the last build, 0 where there was none."""
        return int(self.said("build") or 0)

    def keys(self) -> dict[str, str]:
        """The key of each page by its path."""
        return dict(self.db.execute("SELECT path, key FROM page"))

    def key(self, path: str) -> str:
        """The key of one page, empty where it is not known."""
        found = self.db.execute("SELECT key FROM page WHERE path = ?", (path,)).fetchone()
        return str(found[0]) if found else ""

    def digests(self) -> dict[str, str]:
        """The digest of each file by its name."""
        return dict(self.db.execute("SELECT name, digest FROM file"))

    def sums(self) -> Iterator[tuple[str, str]]:
        """Files with their digests, by name."""
        yield from sorted(self.db.execute("SELECT name, digest FROM file"))

    def files_of(self, page: str) -> set[str]:
        """The files a page has; those of none under the empty text."""
        return {name for (name,) in self.db.execute("SELECT name FROM file WHERE page = ?", (page,))}

    def since(self, build: int) -> tuple[set[str], set[str]]:
        """The files that changed after a build, and those that have gone."""
        changed = self.db.execute("SELECT name FROM file WHERE born > ?", (build,))
        gone = self.db.execute("SELECT name FROM gone WHERE build > ?", (build,))
        return {name for (name,) in changed}, {name for (name,) in gone}

    def put(self, page: str, files: Mapping[str, str], build: int) -> set[str]:
        """A page's files with their digests; returns those that changed, and forgets those it has no more."""
        known = dict(self.db.execute("SELECT name, digest FROM file WHERE page = ?", (page,)))
        changed = self._put({name: files[name] for name in files if known.get(name) != files[name]}, page, build)
        self.drop(known.keys() - files.keys(), page, build)
        return changed

    def put_some(self, page: str, files: Mapping[str, str], build: int) -> set[str]:
        """Some of a page's files with their digests; returns those that changed."""
        known = {name: self.digest(name) for name in files}
        return self._put({name: files[name] for name in files if known[name] != files[name]}, page, build)

    def _put(self, files: Mapping[str, str], page: str, build: int) -> set[str]:
        rows = [(name, page, digest, build) for name, digest in files.items()]
        self.db.executemany("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", rows)
        self.db.executemany("DELETE FROM gone WHERE name = ?", [(name,) for name in files])
        return set(files)

    def digest(self, name: str) -> str:
        """The digest of one file, empty where it is not known."""
        found = self.db.execute("SELECT digest FROM file WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def drop(self, names: Iterable[str], page: str, build: int) -> None:
        """Forget files of a page that it has no more, unless another has them now."""
        for name in names:
            if self.db.execute("DELETE FROM file WHERE name = ? AND page = ?", (name, page)).rowcount:
                self.db.execute("INSERT OR REPLACE INTO gone VALUES (?, ?)", (name, build))

    def learn(self, path: str, key: str, parts: Iterable[Part]) -> set[str]:
        """A page's key and parts; returns the families of parts that are others than before."""
        before: dict[str, list[tuple[str, str]]] = {}
        found = self.db.execute("SELECT family, key, text FROM part WHERE path = ? ORDER BY family, place", (path,))
        for family, part_key, text in found:
            before.setdefault(family, []).append((part_key, text))
        after: dict[str, list[tuple[str, str]]] = {}
        for part in parts:
            after.setdefault(part.group, []).append((part.key, part.text))
        changed = {family for family in before.keys() | after.keys() if before.get(family) != after.get(family)}
        self.db.executemany("DELETE FROM part WHERE family = ? AND path = ?", [(family, path) for family in changed])
        for family in changed & after.keys():
            rows = [(family, path, place, *row) for place, row in enumerate(after[family])]
            self.db.executemany("INSERT INTO part VALUES (?, ?, ?, ?, ?)", rows)
        self.db.execute("INSERT OR REPLACE INTO page VALUES (?, ?)", (path, key))
        return changed

    def unlearn(self, path: str, build: int) -> set[str]:
        """Forget a page; returns the families that it had parts of."""
        families = {family for (family,) in self.db.execute("SELECT family FROM part WHERE path = ?", (path,))}
        self.db.execute("DELETE FROM part WHERE path = ?", (path,))
        self.db.execute("DELETE FROM page WHERE path = ?", (path,))
        self.drop(self.files_of(path), path, build)
        return families

    def parts(self, family: str, order: Mapping[str, int]) -> list[Part]:
        """The parts of a family, in the order of their pages."""
        found = self.db.execute("SELECT path, place, key, text FROM part WHERE family = ?", (family,)).fetchall()
        found.sort(key=lambda row: (order[row[0]], row[1]))
        return [Part(family, key, text) for _, _, key, text in found]

    def parts_of(self, family: str, path: str) -> list[Part]:
        """The parts that one page has of a family."""
        found = self.db.execute(
            "SELECT key, text FROM part WHERE family = ? AND path = ? ORDER BY place", (family, path)
        )
        return [Part(family, key, text) for key, text in found]

    def pieces(self, family: str) -> dict[str, str]:
        """The keys of a family's files by their paths."""
        return dict(self.db.execute("SELECT path, key FROM piece WHERE family = ?", (family,)))

    def set_pieces(self, family: str, pieces: Mapping[str, str]) -> None:
        """A family's files, in place of those it had."""
        self.db.execute("DELETE FROM piece WHERE family = ?", (family,))
        self.db.executemany("INSERT INTO piece VALUES (?, ?, ?)", [(path, family, pieces[path]) for path in pieces])
