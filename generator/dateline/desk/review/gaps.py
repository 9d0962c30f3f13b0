"""A corpus to what was left out of it because of faults, so that nothing is said to be gone that nobody could read."""

from __future__ import annotations

from typing import Any

from dateline.build import Desk
from dateline.findings import Severity

WHOLE_ENTRY = 2
"""Steps to an entry of a list of the brief."""


class Gaps:
    """What nobody could read of one state."""

    def __init__(self, desk: Desk) -> None:
        self._at: dict[str, list[tuple[Any, ...]]] = {}
        for gap in desk.corpus.gaps:
            self._at.setdefault(gap.file, []).append(gap.path)
        self._documents = desk.corpus.documents
        self._faulty = {found.file for found in desk.findings if found.severity is Severity.ERROR}

    def __bool__(self) -> bool:
        return bool(self._at or self._faulty)

    def fields(self, record: Any) -> frozenset[str]:
        """The keys of a record that have a value which was left out."""
        depth = len(record.at.path)
        inner = (path for path in self._at.get(record.at.file, ()) if path[:depth] == record.at.path)
        return frozenset(str(path[depth]) for path in inner if len(path) > depth)

    def hides(self, kind: str, record: Any, brief: Any) -> bool:
        """Whether a thing of the other state may be here all the same, in a file or list that was not read whole.

        `brief` is the one it is in, as it is here; None where there is none.
        """
        if brief is not None and kind in {"claims", "dates"}:
            return any(
                path[:1] == (kind,) and len(path) <= len((kind, "place")) for path in self._at.get(brief.at.file, ())
            )
        if record.at.file not in self._faulty:
            return False
        document = self._documents.get(record.at.file)
        return document is None or not record.at.path or record.at.path[0] in document.data
