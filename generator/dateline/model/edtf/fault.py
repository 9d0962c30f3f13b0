"""A text that is no EDTF to an error that says where, why, and how it is written today."""

from __future__ import annotations

_SHOWN = 60
"""Characters of a wrong text that its message repeats: enough to find it again, on one line."""


class WhenError(ValueError):
    """A text that says no date; its message is one line with the text, the reason and the place."""

    def __init__(self, text: str, position: int, reason: str, modern: str | None = None) -> None:
        super().__init__(text, position, reason, modern)
        self.text = text
        """The whole text, as it was given."""
        self.position = position
        """Characters before the place where it goes wrong, from 0 to the length of the text."""
        self.reason = reason
        """Why, without the text and the place."""
        self.modern = modern
        """The same date in today's spelling, when the text is an old one; otherwise nothing."""

    def __str__(self) -> str:
        shown = self.text if len(self.text) <= _SHOWN else self.text[:_SHOWN] + "…"
        return f"{shown!r} is not an EDTF date: {self.reason} (at character {self.position + 1})"
