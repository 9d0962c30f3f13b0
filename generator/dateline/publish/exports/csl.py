"""Briefs to CSL-JSON items, one beside each page and all in one file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dateline.pages.links import CSL
from dateline.pages.page import without_empty
from dateline.publish.citation import Citation, citing


def _item(cited: Citation) -> str:
    item: dict[str, Any] = {
        "id": cited.id,
        "type": "report",
        "title": cited.title,
        "author": [{"literal": author} for author in cited.authors],
        "issued": {"date-parts": [[int(part) for part in cited.date.split("-")]]} if cited.date else None,
        "abstract": cited.abstract,
    }
    return json.dumps(without_empty(item), ensure_ascii=False)


def _list(items: Sequence[str]) -> str:
    return "[\n" + ",\n".join(items) + "\n]\n"


EXPORT = citing("csl", CSL, _item, _list)
