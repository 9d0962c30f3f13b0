"""The JSON Schema of each list under `data/`, published beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import resources

from dateline.pages.page import Page
from dateline.publish.asset import Asset
from dateline.publish.export import Export


def _assets(_: Iterable[Page]) -> Iterator[Asset]:
    folder = resources.files("dateline.publish") / "schemas"
    for schema in sorted(folder.iterdir(), key=lambda entry: entry.name):
        yield Asset(f"data/{schema.name}", schema.read_bytes())


EXPORT = Export(name="schemas", assets=_assets)
