"""Pages, and sections of hand-written ones, to the files of their search index."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.pages.page import Page
from dateline.publish.asset import Asset
from dateline.publish.search.entry import Entry
from dateline.publish.search.kept import Kept
from dateline.publish.search.numbering import page_of
from dateline.publish.search.sources import Sources
from dateline.publish.search.upkeep import brought_up


def search_assets(pages: Sequence[Page], sections: Iterable[Entry] = ()) -> Iterator[Asset]:
    """The index of everything that can be found."""
    by_path = {page.path: page for page in pages}
    yield from Sources(Kept(sqlite3.connect(":memory:")), by_path.__getitem__, sections).index([*by_path], []).files


def index_of(entries: Iterable[Entry], labels: Mapping[str, str]) -> Iterator[Asset]:
    """The index of entries; their order does not matter. `labels` name values of facets, `topic/<id>`."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[page_of(entry)].append(entry)
    yield from brought_up(Kept(sqlite3.connect(":memory:")), [*found], found.__getitem__, labels, renamed=True).files
