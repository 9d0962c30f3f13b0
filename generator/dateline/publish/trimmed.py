"""A built page to the same page without the empty lines and indents that templates leave around its article."""

from __future__ import annotations

import re

INDENT = re.compile(r"[ \t\r]*\n\s*")
KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)
"""Where white space means something."""
BLOCK = r"</?(?:article|aside|body|div|footer|form|head|header|html|li|link|main|meta|nav|ol|p|title|ul)\b"
AFTER = re.compile(rf'({BLOCK}[^<>]*>|<span class="md-ellipsis">)\n')
BEFORE = re.compile(rf'\n(?={BLOCK}|<span class="md-ellipsis">|</span>\n?</a>)')
"""Line ends beside what begins a line of its own anyway; a theme's ellipsis fills its box as such a thing does."""


def trimmed(html: str) -> str:
    """A page with one line end at most for each run of white space that has one, outside of the article.

    It reads the same.
    """
    before, begin, rest = html.partition("<article")
    article, end, after = rest.rpartition("</article>")
    if not begin or not end:
        return html
    opening, close, content = article.partition(">")
    return _trimmed(before) + begin + opening + close + content.strip() + end + _trimmed(after)


def _trimmed(html: str) -> str:
    parts = KEPT.split(html)
    # Three a match: the text before it, the element whole, its name.
    return "".join(_closed(text) + kept for text, kept in zip(parts[::3], [*parts[1::3], ""], strict=True))


def _closed(text: str) -> str:
    return BEFORE.sub("", AFTER.sub(r"\1", INDENT.sub("\n", text)))
