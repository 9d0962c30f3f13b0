"""Pages that changed, and sections of hand-written ones, to the files whose entries changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from hashlib import blake2b

from dateline.pages.page import Page
from dateline.publish.search.entries import LABELLED, entries_on
from dateline.publish.search.entry import Entry
from dateline.publish.search.kept import Kept
from dateline.publish.search.known import Known, facts
from dateline.publish.search.numbering import page_of
from dateline.publish.search.upkeep import Upkept, brought_up

BY_HAND = "/"
"""What the source of sections begins with; a page's is its path."""
BY_HAND_KNOWN = "SELECT source FROM index_source WHERE source >= '/' AND source < '0'"
ASKING = "SELECT source FROM index_asked WHERE what = ?"
LABELS = "SELECT what, value FROM index_fact WHERE what >= ? AND what < ?"
"""The sign after the stroke is a zero."""


class Sources:
    """What entries are made of: our pages, asked for when they are needed, and sections that somebody wrote."""

    def __init__(self, kept: Kept, load: Callable[[str], Page], sections: Iterable[Entry]) -> None:
        self._kept, self._load = kept, load
        self._written: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in sections:
            self._written[f"{BY_HAND}{page_of(entry)}"].append(entry)
        self._made: dict[str, tuple[Entry, ...]] = {}
        self._facts: dict[str, str | None] = {}

    def index(self, changed: Collection[str], gone: Collection[str]) -> Upkept:
        """Bring the index up to date with pages, by their paths, that changed or are gone."""
        moved = self._learn(changed, gone)
        self._facts.clear()
        asking = (row[0] for what in moved for row in self._kept.all(ASKING, what))
        by_hand = {row[0] for row in self._kept.all(BY_HAND_KNOWN)}
        lost = {*gone, *(by_hand - self._written.keys())}
        files = set[str]()
        for source in sorted({*changed, *asking, *self._written} - lost):
            files |= self._renew(source)
        for source in sorted(lost):
            files |= self._drop(source)
        renamed = any(what.partition("/")[0] in LABELLED for what in moved)
        return brought_up(self._kept, files, self._entries_of, self._labels(), renamed=renamed)

    def _learn(self, changed: Iterable[str], gone: Iterable[str]) -> set[str]:
        """Keep the facts of pages; returns what is otherwise than before."""
        before: dict[str, str] = {}
        after: dict[str, str] = {}
        for path in (*changed, *gone):
            before |= self._kept.all("SELECT what, value FROM index_fact WHERE source = ?", path)
            self._kept.db.execute("DELETE FROM index_fact WHERE source = ?", (path,))
        for path in changed:
            found = dict(facts(self._load(path)))
            rows = [(what, value, path) for what, value in found.items()]
            self._kept.db.executemany("INSERT OR REPLACE INTO index_fact VALUES (?, ?, ?)", rows)
            after |= found
        return {what for what in before.keys() | after.keys() if before.get(what) != after.get(what)}

    def _renew(self, source: str) -> set[str]:
        """Make the entries of a source; returns the files in which they are others than before."""
        known = Known(self._find)
        entries = tuple(self._written.get(source) or entries_on(self._load(source), known))
        self._made[source] = entries
        digest = blake2b(
            repr((entries, sorted(known.asked))).encode("utf-8", "surrogatepass"), digest_size=16
        ).hexdigest()
        page = page_of(entries[0]) if entries else ""
        before = self._kept.all("SELECT page, digest FROM index_source WHERE source = ?", source)
        if before == [(page, digest)]:
            return set()
        self._drop(source)
        self._kept.db.execute("INSERT INTO index_source VALUES (?, ?, ?)", (source, page, digest))
        self._kept.db.executemany("INSERT INTO index_asked VALUES (?, ?)", [(source, what) for what in known.asked])
        return {page, *(page for page, _ in before)} - {""}

    def _drop(self, source: str) -> set[str]:
        found = self._kept.all("SELECT page FROM index_source WHERE source = ?", source)
        for table in ("source", "asked"):
            self._kept.db.execute(f"DELETE FROM index_{table} WHERE source = ?", (source,))  # noqa: S608  # our own names
        return {page for (page,) in found if page}

    def _find(self, what: str) -> str | None:
        if what not in self._facts:
            found = self._kept.all("SELECT value FROM index_fact WHERE what = ?", what)
            self._facts[what] = str(found[0][0]) if found else None
        return self._facts[what]

    def _entries_of(self, file: str) -> Sequence[Entry]:
        sources = self._kept.all("SELECT source FROM index_source WHERE page = ? ORDER BY source", file)
        return tuple(entry for (source,) in sources for entry in self._entries(source))

    def _entries(self, source: str) -> tuple[Entry, ...]:
        if source not in self._made:
            self._made[source] = tuple(entries_on(self._load(source), Known(self._find)))
        return self._made[source]

    def _labels(self) -> Mapping[str, str]:
        """Names by `actor/<id>` and the like."""
        rows = (self._kept.all(LABELS, f"{kind}/", f"{kind}0") for kind in LABELLED)
        return {what: name for some in rows for what, name in some}


def _digest(entries: Sequence[Entry], asked: Iterable[str]) -> str:
    found = repr((entries, sorted(asked))).encode("utf-8", "surrogatepass")
    return blake2b(found, digest_size=16).hexdigest()
