"""Pages to tables for spreadsheets: each list under `data/` as CSV (RFC 4180), no cell of which is a formula."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.pages.page import Page, Row
from dateline.publish.asset import Asset
from dateline.publish.export import Export

COLUMNS = {
    "actors": ("id", "name", "kind", "aliases", "country", "active", "description", "briefs", "claims", "dates", "url"),
    "briefs": (
        "id", "title", "state", "published", "updated", "summary", "topics", "actors", "claims", "dates", "articles",
        "authors", "reviewers", "supersedes", "sourcing", "url",
    ),
    "claims": (
        "id", "brief", "says", "kind", "by", "said", "about", "when", "status", "support", "origins", "credibility",
        "likelihood", "confidence", "answers", "value", "evidence", "url",
    ),
    "corrections": ("id", "brief", "claim", "on", "kind", "what", "why", "by", "url"),
    "dates": (
        "id", "brief", "when", "earliest", "latest", "what", "who", "where", "status", "until_known", "claims", "url",
    ),
    "questions": ("id", "asks", "about", "unit", "answers", "compatible", "url"),
    "sources": (
        "id", "name", "kind", "owner", "country", "languages", "state_affiliation", "address", "articles", "url",
    ),
}  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet reads as the beginning of a formula, also in full width or after white space."""
BETWEEN = "; "


def _assets(pages: Iterable[Page]) -> Iterator[Asset]:
    rows: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    for page in pages:
        for name, added in page.facts.rows.items():
            if name in rows:
                rows[name] += added
    for name, columns in COLUMNS.items():
        yield Asset(f"data/{name}.csv", _table(columns, sorted(rows[name], key=lambda row: str(row["id"]))))


def _table(columns: tuple[str, ...], rows: Iterable[Row]) -> str:
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return table.getvalue()


def _cell(value: Any) -> str:
    """One value; several have semicolons between them, and what has parts of its own is JSON."""
    match value:
        case None:
            return ""
        case str():
            return _harmless(value)
        case list() | tuple() if all(isinstance(part, str) for part in value):
            return _harmless(BETWEEN.join(value))
        case _:
            return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _harmless(text: str) -> str:
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


EXPORT = Export(name="csv", assets=_assets)
