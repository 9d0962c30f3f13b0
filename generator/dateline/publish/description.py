"""A built page's text to the one sentence or two that a search engine and a shared link show of it."""

from __future__ import annotations

import re
from html import unescape

LONGEST = 160
"""Characters; search engines cut what is longer."""
READ = 8000
"""Characters of a page among which its beginning is looked for."""
SUMMARY = 'id="summary"'
PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def described(html: str) -> str:
    """Plain text of at most 160 characters: a brief's bottom line, else what a page begins with; not yet escaped."""
    start = max(html.find(SUMMARY), 0)
    beginning = html[start : start + READ].partition("<h2")[0]
    words = " ".join(_plain(found) for found in PARAGRAPH.findall(beginning) if not found.startswith("<small>"))
    if len(words) <= LONGEST:
        return words.strip()
    return words[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:·") + "…"


def _plain(html: str) -> str:
    return " ".join(unescape(TAG.sub("", html)).split())
