"""A page's HTML to the same below a note of when its content is from."""

from __future__ import annotations

from html import escape


def noted(html: str, note: str) -> str:
    """The page with the note first; as it was where there is none."""
    return f'<p class="dateline-as-of" role="note">{escape(note)}</p>\n{html}' if note else html
