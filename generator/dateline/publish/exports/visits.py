"""Briefs to small scripts by which a reader's browser can tell what changed since it was asked to remember."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from dateline.pages.page import Page, Row
from dateline.publish.export import Export, Part, Piece, made
from dateline.publish.literal import literal

BriefRow = tuple[str, str, str, str]

FOLDER = "dateline/visits"
CALL = "datelineVisits"
MOST = 256
"""Briefs in one script, at most, in the mean."""
DIGITS = 10
"""Of a SHA-256 in hexadecimal: enough to tell two versions of one brief apart."""


def _parts(page: Page) -> Iterator[Part]:
    if page.facts.kind == "brief":
        _, last = max(((str(entry["on"]), str(entry["what"])) for entry in page.facts.ledger), default=("", ""))
        told = row(page.facts.id, page.facts.twin, page.title, last)
        yield Part("visits", page.facts.id, json.dumps(told, ensure_ascii=False))


def _whole(parts: Sequence[Part]) -> Iterator[Piece]:
    yield from _files(sorted(tuple(json.loads(part.text)) for part in parts))


def row(id_: str, twin: Row, title: str, correction: str) -> BriefRow:
    """A brief's id, a digest of all it says, its title, and what its last correction says, if there is one."""
    return id_, _digest([twin, correction]), title, correction


def _files(rows: Sequence[BriefRow]) -> Iterator[Piece]:
    count = 1
    while len(rows) > count * MOST:
        count *= 2
    shelves: list[list[BriefRow]] = [[] for _ in range(count)]
    for each in rows:
        shelves[zlib.crc32(each[0].encode()) % count].append(each)
    yield made(f"{FOLDER}/index.js", _call({"digests": [_digest(shelf) for shelf in shelves]}))
    for number, shelf in enumerate(shelves):
        yield made(f"{FOLDER}/{number}.js", _call({"number": number, "rows": shelf}))


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def _call(value: Any) -> str:
    return f"{CALL}({literal(value)});\n"


EXPORT = Export(name="visits", parts=_parts, wholes={"visits": _whole})
