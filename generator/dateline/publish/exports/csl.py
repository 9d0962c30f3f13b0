"""Briefs to CSL-JSON items, one beside each page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from dateline.pages.links import CSL
from dateline.pages.page import Page, without_empty
from dateline.publish.asset import Asset
from dateline.publish.citation import Citation, citations
from dateline.publish.export import Export


def _beside(page: Page) -> Iterator[Asset]:
    return citations(page, CSL, _items)


def _items(cited: Citation) -> str:
    item: dict[str, Any] = {
        "id": cited.id,
        "type": "report",
        "title": cited.title,
        "author": [{"literal": author} for author in cited.authors],
        "issued": {"date-parts": [[int(part) for part in cited.date.split("-")]]} if cited.date else None,
        "abstract": cited.abstract,
    }
    return json.dumps([without_empty(item)], ensure_ascii=False, indent=1) + "\n"


EXPORT = Export(name="csl", beside=_beside)
