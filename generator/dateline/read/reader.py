"""Several states of a desk to their documents: what is the same text in the same file is read once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dateline.findings import Finding
from dateline.read.document import Document, read_document
from dateline.read.kept import Kept, key_of
from dateline.read.limits import Bounds

Reading = tuple[Document | None, tuple[Finding, ...]]
Read = Callable[[str, str, Bounds], Reading]


class Reader:
    """Reads texts, and keeps of each file what it read last."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[str, Bounds, Reading]] = {}

    def read(self, text: str, file: str, limits: Bounds, read: Read = read_document) -> Reading:
        """What `read` gives; the very same where nothing differs from the last time."""
        last = self._last.get(file)
        if last is None or last[0] != text or last[1] != limits:
            last = self._last[file] = (text, limits, read(text, file, limits))
        return last[2]


def remembering(kept: Kept) -> Read:
    """Reads texts, but for those that an earlier run has read under the same limits and found nothing wrong with."""

    def read(text: str, file: str, limits: Bounds) -> Reading:
        key = key_of([text])

        def document(row: tuple[int, Mapping[str, Any]]) -> Document:
            offset, data = row
            return Document(file=file, text=text, data=data, body=text[offset:], body_offset=offset, key=key)

        known = kept.known(file, key, document)
        if known:
            return known, ()
        found, findings = read_document(text, file, limits)
        if found and not findings:
            kept.keep(file, key, (found.body_offset, found.data))
        return found, findings

    return read
