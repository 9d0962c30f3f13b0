"""A desk's sheets to a site, of which only what changed is made."""

from __future__ import annotations

import gc
import json
import logging
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.pages.page import Page
from dateline.pages.sheet import Sheet
from dateline.publish.asset import Asset
from dateline.publish.export import Piece, Whole
from dateline.publish.manifest import digest, file_names
from dateline.publish.outputs import exports
from dateline.publish.press.dating import Dating, dated_anew
from dateline.publish.press.memory import Memory
from dateline.publish.press.printing import (
    HANDED,
    SCRIPTS,
    SEARCH,
    Printer,
    all_printed,
    digest_of,
    remembered,
    written,
)
from dateline.publish.press.searching import bring_up_index
from dateline.publish.search.entry import Entry

LOG = logging.getLogger("mkdocs.plugins.dateline")
TOP = 1
"""Strokes in the path of a page that may be in the navigation, which MkDocs makes itself."""
BY_MKDOCS = frozenset({"robots", "schemas"})
"""Families that are handed to MkDocs as files, and depend on no page."""
SECTIONS, SELF, DAY = "sections", "self", "day"
REPLACEABLE = frozenset({"index.md", "robots.txt", "llms.txt"})
"""Generated files that one in the documentation folder takes the place of."""


@dataclass(kw_only=True)
class Press:
    """One build."""

    place: Path
    """The folder `.dateline` of the desk."""
    memory: Memory
    workers: int = 1
    site: Path | None = None
    """The last site, where it is as the memory says."""
    taken: set[str] = field(default_factory=set)
    """Files that somebody wrote by hand in place of ours."""
    sheets: dict[str, Sheet] = field(default_factory=dict)
    handed: set[str] = field(default_factory=set)
    """Pages that MkDocs makes."""
    changed: set[str] = field(default_factory=set)
    """Files that are others than in the last build."""

    @property
    def fresh(self) -> Path:
        """The folder that files are made in."""
        return self.place / "fresh"

    @property
    def number(self) -> int:
        """Of this build."""
        return self.memory.build + 1

    def take(self, sheets: Iterable[Sheet]) -> Iterator[Page]:
        """Take a desk's sheets; yields the pages that MkDocs is to have."""
        self.sheets = {sheet.path: sheet for sheet in sheets}
        for sheet in self.sheets.values():
            if sheet.path.count("/") <= TOP:
                yield self.hand(sheet.path)

    def hand(self, path: str) -> Page:
        """Leave a page's HTML to MkDocs; one that is as it was is not made, but remembered."""
        self.handed.add(path)
        if self.memory.key(path).split(" ")[1:] == [self.sheets[path].key, HANDED]:
            for part in self.memory.parts_of(HANDED, path):
                return remembered(part)
        return self.sheets[path].make()

    def print(self, printer: Printer, site_key: str, sections: Sequence[Entry], dating: Dating) -> None:
        """Make what changed of all sheets, and of the files that depend on several; what only says the day is dated."""
        gc.freeze()  # the desk lives to the end of the build; to walk it again and again took longer than the rest
        before, order = self.memory.keys(), {path: place for place, path in enumerate(self.sheets)}
        families = self._moved(list(order))
        gone, searched = before.keys() - order.keys(), set[str]()
        for path in gone:
            families |= self.memory.unlearn(path, self.number)
        keys = {path: f"{site_key} {sheet.key} {self._maker(path)}" for path, sheet in self.sheets.items()}
        same = [path for path in self.sheets if before.get(path) == keys[path]]
        done = self._dated(same, dating)
        stale = [sheet for path, sheet in self.sheets.items() if path not in done]
        LOG.info("%d of %d pages are made", len(stale), len(order))
        for made in all_printed(printer, stale, self.workers):
            self.changed |= self.memory.put(made.path, made.files, self.number)
            others = self.memory.learn(made.path, keys[made.path], made.parts)
            families |= others
            if SEARCH in others:
                searched.add(made.path)
        self._index(searched, gone, sections)
        for family, whole in _wholes().items():
            if family in families:
                parts = self.memory.parts(family, order)
                self._pieces(family, whole(parts))

    def _index(self, changed: Collection[str], gone: Collection[str], sections: Sequence[Entry]) -> None:
        """Bring the search index up to date."""
        found = digest_of(repr(sections).encode())
        if changed or gone or self.memory.said(SECTIONS) != found:
            self.memory.say(SECTIONS, found)
            self.changed |= bring_up_index(self.memory, self.fresh, changed, gone, sections)

    def _dated(self, paths: Sequence[str], dating: Dating) -> set[str]:
        """The pages among these that need not be made: they say the day already, or do so now."""
        before = Dating(self.memory.said(DAY), dating.language)
        self.memory.say(DAY, dating.day)
        if before == dating:
            return set(paths)
        done = self.handed.intersection(paths)  # MkDocs makes them in every build
        if self.site is None:
            return done
        for path in set(paths) - done:
            if files := dated_anew(self.memory.files_of(path), self.site, self.fresh, before, dating):
                self.changed |= self.memory.put_some(path, files, self.number)
                done.add(path)
        return done

    def _maker(self, path: str) -> str:
        return HANDED if path in self.handed else SELF

    def in_the_way(self) -> list[str]:
        """Files that somebody wrote by hand under the names of ours."""
        names = self.memory.db.execute("SELECT name FROM file WHERE page != ''")
        return sorted(self.taken.intersection(name for (name,) in names) - REPLACEABLE)

    def _moved(self, order: list[str]) -> set[str]:
        """Every family where pages stand in another order than in the last build, else none."""
        last: list[str] = json.loads(self.memory.said("order") or "null") or []
        self.memory.say("order", json.dumps(order))
        old, new = set(last), set(order)
        same = [path for path in last if path in new] == [path for path in order if path in old]
        return set() if same and last else {*_wholes()}

    def _pieces(self, family: str, pieces: Iterable[Piece]) -> None:
        """Write those files of a family whose keys are others than before."""
        before, owner = self.memory.pieces(family), f"/{family}"
        digests = self.memory.digests() if before else {}
        keys: dict[str, str] = {}
        files: dict[str, str] = {}
        for piece in pieces:
            if piece.path in self.taken & REPLACEABLE:
                continue
            key = digest_of(piece.key.encode("utf-8", "surrogatepass")) if piece.key else ""
            keys[piece.path] = key
            if key and before.get(piece.path) == key and piece.path in digests:
                files[piece.path] = digests[piece.path]
            else:
                files[piece.path] = written(self.fresh, Asset(piece.path, piece.make()))
        self.memory.set_pieces(family, keys)
        self.changed |= self.memory.put(owner, files, self.number)

    def script_hashes(self) -> set[str]:
        """The hashes of the scripts that the theme wrote into our pages."""
        found = self.memory.db.execute("SELECT DISTINCT text FROM part WHERE family = ?", (SCRIPTS,))
        return {text for (text,) in found}

    def take_rest(self) -> None:
        """Learn what MkDocs made of its own: every file in the folder that is no page's."""
        others = {name for (name,) in self.memory.db.execute("SELECT name FROM file WHERE page != ''")}
        files = {name: digest(self.fresh / name) for name in file_names(self.fresh) if name not in others}
        self.changed |= self.memory.put("", files, self.number)


def _wholes() -> Mapping[str, Whole]:
    """What makes the files about all pages, by family."""
    found = {family: whole for export in exports() for family, whole in export.wholes.items()}
    return {family: found[family] for family in found if family not in BY_MKDOCS}
