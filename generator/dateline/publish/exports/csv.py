"""Pages to tables for spreadsheets: each list under `data/` as CSV (RFC 4180), no cell of which is a formula."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from dateline.pages.page import Page
from dateline.publish.export import Export, Part, Piece, made

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
FORMULA = re.compile("[\\s\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*[-=+@＝＋－＠]|[\t\r\n]")
"""What a spreadsheet reads as the beginning of a formula, also in full width or after what nobody sees."""
BETWEEN = "; "


def _parts(page: Page) -> Iterator[Part]:
    for name, rows in page.facts.rows.items():
        if name in COLUMNS:
            for row in rows:
                yield Part(f"csv/{name}", str(row["id"]), _line(_cell(row.get(column)) for column in COLUMNS[name]))


def _table(name: str, parts: Sequence[Part]) -> Iterator[Piece]:
    lines = [part.text for part in sorted(parts, key=lambda part: part.key)]
    yield made(f"data/{name}.csv", "".join((_line(COLUMNS[name]), *lines)))


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(cells)
    return line.getvalue()


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
    return f"'{text}" if FORMULA.match(text) else text


EXPORT = Export(name="csv", parts=_parts, wholes={f"csv/{name}": partial(_table, name) for name in COLUMNS})
