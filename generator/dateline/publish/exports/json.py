"""Pages to JSON: a twin of each page, and the lists under `data/`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.pages.links import twin_of
from dateline.pages.page import Page, Row
from dateline.publish.asset import Asset
from dateline.publish.export import Export

LISTS = ("actors", "briefs", "claims", "corrections", "dates", "questions", "sources")


def _assets(pages: Iterable[Page]) -> Iterator[Asset]:
    lists: dict[str, list[Row]] = {name: [] for name in LISTS}
    for page in pages:
        yield Asset(twin_of(page.path), as_json({"kind": page.facts.kind, "title": page.title, **page.facts.twin}))
        for name, rows in page.facts.rows.items():
            lists[name] += rows
    for name in LISTS:
        yield Asset(f"data/{name}.json", as_json(sorted(lists[name], key=lambda row: str(row["id"]))))


def as_json(value: Mapping[str, Any] | list[Row]) -> str:
    """JSON as every export writes it: keys sorted, letters of all scripts as they are, an entry a line.

    Indented throughout it would be written by Python's slow encoder.
    """
    if isinstance(value, list):
        return _lines("[", [_compact(row) for row in value], "]")
    return _lines("{", [f"{_compact(key)}: {_compact(value[key])}" for key in sorted(value)], "}")


def _lines(opening: str, entries: list[str], closing: str) -> str:
    inside = ",\n".join(f" {entry}" for entry in entries)
    return f"{opening}\n{inside}\n{closing}\n" if entries else f"{opening}{closing}\n"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


EXPORT = Export(name="json", assets=_assets)
