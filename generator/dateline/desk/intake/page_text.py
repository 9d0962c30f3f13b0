"""A page to the text of its article, in Markdown."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from dateline.desk.intake.marked import markdown_blocks

_LOST: Final = 3
"""From how many times its length on the generous reading shows that the strict one lost most of the article."""
_SAME: Final = 0.8
"""The share of the strict reading's words that the generous one holds, unless it is of another part of the page."""
_WORD: Final = re.compile(r"\w+")


def page_text(html: str) -> tuple[tuple[str, ...], ...]:
    """The article's paragraphs, headings, lists and tables, with its links, by block; empty where none is found."""
    strict, generous = _extracted(html, strictly=True), _extracted(html, strictly=False)
    lost = len(generous) > _LOST * len(strict) and _share_within(strict, generous) > _SAME
    return markdown_blocks(generous if lost or not strict else strict)


def _extracted(html: str, *, strictly: bool) -> str:
    from trafilatura import extract

    found = extract(
        html,
        output_format="markdown",
        include_comments=False,
        include_links=True,
        include_formatting=True,
        favor_precision=strictly,
        favor_recall=not strictly,
    )
    return found or ""


def _share_within(part: str, whole: str) -> float:
    words, others = Counter(_WORD.findall(part)), Counter(_WORD.findall(whole))
    return (words & others).total() / max(1, words.total())
