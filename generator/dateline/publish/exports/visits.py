"""Briefs to small scripts by which a reader's browser can tell what changed since it was asked to remember."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dateline.pages.page import Page, Row
from dateline.publish.asset import Asset
from dateline.publish.export import Export
from dateline.publish.literal import literal

BriefRow = tuple[str, str, str, str]

FOLDER = "dateline/visits"
CALL = "datelineVisits"
MOST = 256
"""Briefs in one script, at most, in the mean."""
DIGITS = 10
"""Of a SHA-256 in hexadecimal: enough to tell two versions of one brief apart."""


def _assets(pages: Iterable[Page]) -> Iterator[Asset]:
    told: list[tuple[str, Row, str]] = []
    corrected: dict[str, tuple[str, str]] = {}
    for page in pages:
        if page.facts.kind == "brief":
            told.append((page.facts.id, page.facts.twin, page.title))
        for entry in page.facts.rows.get("corrections", ()):
            said = (str(entry["on"]), str(entry["what"]))
            corrected[entry["brief"]] = max(said, corrected.get(entry["brief"], said))
    last = {brief: what for brief, (_, what) in corrected.items()}
    yield from _files(sorted(row(*each, last.get(each[0], "")) for each in told))


def row(id_: str, twin: Row, title: str, correction: str) -> BriefRow:
    """A brief's id, a digest of all it says, its title, and what its last correction says, if there is one."""
    return id_, _digest([twin, correction]), title, correction


def _files(rows: Sequence[BriefRow]) -> Iterator[Asset]:
    count = 1
    while len(rows) > count * MOST:
        count *= 2
    shelves: list[list[BriefRow]] = [[] for _ in range(count)]
    for each in rows:
        shelves[zlib.crc32(each[0].encode()) % count].append(each)
    yield Asset(f"{FOLDER}/index.js", _call({"digests": [_digest(shelf) for shelf in shelves]}))
    for number, shelf in enumerate(shelves):
        yield Asset(f"{FOLDER}/{number}.js", _call({"number": number, "rows": shelf}))


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def _call(value: Any) -> str:
    return f"{CALL}({literal(value)});\n"


EXPORT = Export(name="visits", assets=_assets)
