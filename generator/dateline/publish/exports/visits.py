"""Briefs to small scripts by which a reader's browser can tell what changed since it was asked to remember."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.pages.page import Page
from dateline.publish.asset import Asset
from dateline.publish.export import Export
from dateline.publish.literal import literal

FOLDER = "dateline/visits"
CALL = "datelineVisits"
MOST = 256
"""Briefs in one script, at most, in the mean."""
DIGITS = 10
"""Of a SHA-256 in hexadecimal: enough to tell two versions of one brief apart."""


def _assets(pages: Iterable[Page]) -> Iterator[Asset]:
    rows = sorted(row(page) for page in pages if page.facts.kind == "brief")
    count = 1
    while len(rows) > count * MOST:
        count *= 2
    shelves: list[list[tuple[str, str, str, str]]] = [[] for _ in range(count)]
    for each in rows:
        shelves[zlib.crc32(each[0].encode()) % count].append(each)
    yield Asset(f"{FOLDER}/index.js", _call({"digests": [_digest(shelf) for shelf in shelves]}))
    for number, shelf in enumerate(shelves):
        yield Asset(f"{FOLDER}/{number}.js", _call({"number": number, "rows": shelf}))


def row(page: Page) -> tuple[str, str, str, str]:
    """A brief's id, a digest of all it says, its title, and what its last correction says, if there is one."""
    ledger = page.facts.rows.get("corrections", ())
    last = max(ledger, key=lambda correction: str(correction["on"]), default={"what": ""})
    return page.facts.id, _digest(page.facts.twin), page.title, str(last.get("what", ""))


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def _call(value: Any) -> str:
    return f"{CALL}({literal(value)});\n"


EXPORT = Export(name="visits", assets=_assets)
