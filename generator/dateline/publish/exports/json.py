"""Pages to JSON: a twin of each page, and the lists under `data/`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from dateline.pages.links import twin_of
from dateline.pages.page import Page
from dateline.publish.asset import Asset
from dateline.publish.export import Export, Part, Piece, made

LISTS = ("actors", "briefs", "claims", "corrections", "dates", "questions", "sources")


def _beside(page: Page) -> Iterator[Asset]:
    yield Asset(twin_of(page.path), as_json({"kind": page.facts.kind, "title": page.title, **page.facts.twin}))


def _parts(page: Page) -> Iterator[Part]:
    for name, rows in page.facts.rows.items():
        for row in rows:
            yield Part(f"json/{name}", str(row["id"]), _compact(row))


def _list(name: str, parts: Sequence[Part]) -> Iterator[Piece]:
    entries = [part.text for part in sorted(parts, key=lambda part: part.key)]
    yield made(f"data/{name}.json", _lines("[", entries, "]"))


def as_json(value: Mapping[str, Any]) -> str:
    """JSON as every export writes it: keys sorted, letters of all scripts as they are, an entry a line.

    Indented throughout it would be written by Python's slow encoder.
    """
    return _lines("{", [f"{_compact(key)}:{_compact(value[key])}" for key in sorted(value)], "}")


def _lines(opening: str, entries: list[str], closing: str) -> str:
    inside = ",\n".join(f" {entry}" for entry in entries)
    return f"{opening}\n{inside}\n{closing}\n" if entries else f"{opening}{closing}\n"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


EXPORT = Export(
    name="json", beside=_beside, parts=_parts, wholes={f"json/{name}": partial(_list, name) for name in LISTS}
)
