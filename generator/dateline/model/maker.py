"""Several states of a desk to their records: what is made of the same data is made once."""

from __future__ import annotations

from dateline.model.record import Record
from dateline.model.salvage import Draft, Made, made


class Maker:
    """Makes records, and keeps of each what was made last, so that two states share what they have in common."""

    def __init__(self) -> None:
        self._last: dict[tuple[type[Record], str, str], tuple[Draft, Made]] = {}

    def make(self, draft: Draft) -> Made:
        """What `made` gives; the very same where nothing differs from the last time."""
        key = (draft.record, draft.id, draft.at.file)
        last = self._last.get(key)
        if last is None or last[0] != draft:
            last = self._last[key] = (draft, made(draft))
        return last[1]
