"""A built page to the same page without the empty lines and indents that templates leave around its article."""

from __future__ import annotations

import re

INDENT = re.compile(r"[ \t\r]*\n\s*")
KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)
"""Where white space means something."""


def trimmed(html: str) -> str:
    """A page with one line end for each run of white space that has one, outside of the article; it reads the same."""
    before, begin, rest = html.partition("<article")
    article, end, after = rest.rpartition("</article>")
    if not begin or not end:
        return html
    return _trimmed(before) + begin + article + end + _trimmed(after)


def _trimmed(html: str) -> str:
    parts = KEPT.split(html)
    # Three a match: the text before it, the element whole, its name.
    return "".join(INDENT.sub("\n", text) + kept for text, kept in zip(parts[::3], [*parts[1::3], ""], strict=True))
