"""A page to the text of its article, in Markdown."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from dateline.desk.intake.marked import markdown_blocks

_LOST: Final = 3
"""How many times longer the generous reading must be before the strict one is taken to have lost most of the article."""
_SAME: Final = 0.8
"""The share of the strict reading's words that the generous one must hold to be the same article and not another part."""
_SPACED: Final = re.compile(r"\s+([,.;:!?)\]”’»])")
_WORD: Final = re.compile(r"\w+")
_SET_APART: Final = re.compile(r"^[-_*=–—•·\s]+$")


def page_text(html: str) -> tuple[tuple[str, ...], ...]:
    """The article's paragraphs, headings, lists and tables, with its links, by block; empty where none is found."""
    strict = _extracted(html, favor_precision=True)
    generous = _extracted(html, favor_recall=True)
    lost = len(generous) > _LOST * len(strict) and _share_within(strict, generous) > _SAME
    return markdown_blocks(generous if lost or not strict else strict)


def _extracted(html: str, **options: bool) -> str:
    from trafilatura import extract

    found = extract(
        html, output_format="markdown", include_comments=False, include_links=True, include_formatting=True, **options
    )
    return str(found or "")


def _share_within(part: str, whole: str) -> float:
    words, others = Counter(_WORD.findall(part)), Counter(_WORD.findall(whole))
    return sum((words & others).values()) / max(1, words.total())
