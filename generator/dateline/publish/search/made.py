"""Pages, and sections of hand-written ones, to the files of their search index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.pages.page import Page
from dateline.publish.asset import Asset
from dateline.publish.search.entries import entries_of, labels_of
from dateline.publish.search.entry import Entry
from dateline.publish.search.inverted import index
from dateline.publish.search.shards import shards


def search_assets(pages: Sequence[Page], sections: Iterable[Entry] = ()) -> Iterator[Asset]:
    """The index of everything that can be found."""
    return shards(index((*entries_of(pages), *sections)), labels_of(pages))
