"""A corpus to what stands for its content as a whole: a day and a digest."""

from __future__ import annotations

import hashlib
from typing import Final

from dateline.model.corpus import Corpus

UNDATED: Final = "1980-01-01"
"""The earliest day that every archive format can hold."""


def day_of(corpus: Corpus) -> str:
    """The latest day a published brief names as its own, ISO 8601."""
    days = [
        str(date.latest)
        for brief in corpus.briefs.values()
        for date in (brief.published, brief.updated)
        if not brief.unpublished and date is not None and date.latest is not None
    ]
    return max(days, default=UNDATED)


def hash_of(corpus: Corpus) -> str:
    """The SHA-256 of all files read, line ends and byte order marks aside; 64 hexadecimal digits."""
    found = hashlib.sha256()
    for name, document in sorted(corpus.documents.items()):
        found.update(f"{len(name)} {name} {len(document.text)} {document.text}".encode("utf-8", "surrogatepass"))
    return found.hexdigest()
