"""Several states of a desk to their documents: what is the same text in the same file is read once."""

from __future__ import annotations

from dateline.findings import Finding
from dateline.read.document import Document, read_document
from dateline.read.limits import Bounds

Reading = tuple[Document | None, tuple[Finding, ...]]


class Reader:
    """Reads texts, and keeps of each file what it read last."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[str, Bounds, Reading]] = {}

    def read(self, text: str, file: str, limits: Bounds) -> Reading:
        """What `read_document` gives; the very same where nothing differs from the last time."""
        last = self._last.get(file)
        if last is None or last[0] != text or last[1] != limits:
            last = self._last[file] = (text, limits, read_document(text, file, limits))
        return last[2]
