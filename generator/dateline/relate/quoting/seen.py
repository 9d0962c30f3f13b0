"""A stored text in Markdown to what its reader sees of it, marks aside, where a quick look can say so."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import Final

from dateline.relate.quoting.form import rewrite
from dateline.relate.quoting.lines import line_marks
from dateline.relate.quoting.markdown import ENTITY, FOOTNOTE, TARGET, has_definitions

BREAK: Final = "\n\n"
"""Where a paragraph surely ends: in a text of which a quick look can say what is seen, no mark reaches across."""
_PUT: Final = " "
"""In place of what is left out: between two words that makes no word, and between two line breaks no paragraph."""
_NUMBERED: Final = re.compile(r"\n[ \t>]*\d{1,9}[.)][ \t]")
_FOOTNOTE: Final = re.compile(rf"{FOOTNOTE}(?!:)", re.VERBOSE)
_ENTITY: Final = re.compile(ENTITY, re.VERBOSE)
_SHORT_TARGET: Final = re.compile(r"\]\([^\s()<>]{0,2000}\)")
_TARGET: Final = re.compile(rf"\]{TARGET}", re.VERBOSE)
_SHORT_IMAGE: Final = re.compile(r"!\[[^\[\]]*\]\([^\s()<>]{0,2000}\)")
_IMAGE: Final = re.compile(rf"!\[[^\[\]]*\]{TARGET}", re.VERBOSE)
_REFERENCE: Final = re.compile(r"\]\[[^\[\]\n]{1,200}\]")
_BRACKETS: Final = re.compile(r"\]\[|\[|\]\(?|\n\n")
_ESCAPED: Final = re.compile(r"\\[\[\]()!<&]")
_IN_ADDRESS: Final = re.compile(r"<(?:https?://|mailto:)[^\s<>]*[&\[\]]")
_MIXED: Final = re.compile(r"\]\[(?:\^|[^\[\]\n]{0,200}(?:\][(\[]|&))")
_UNSURE: Final = (_ESCAPED, _IN_ADDRESS, _MIXED)
_LINKED: Final = re.compile(r"\[([^\[\]]*)\](?=[(\[])")


def seen_text(stored: str) -> str | None:
    """The text without targets of links, images, footnote marks and numbers of lists, with as many paragraph breaks.

    Marks that are signs alone stay. None where only reading all of the Markdown can say what is seen.
    """
    text = _without_line_marks(stored) if "]:" in stored or _NUMBERED.search(f"\n{stored}") else stored
    has_entity = "&" in text and _ENTITY.search(text) is not None
    refers = "][" in text and has_definitions(stored)
    if has_entity or refers or "](" in text or "[^" in text:
        if any(mark.search(text) for mark in _UNSURE):
            return None
        unlinked = _without_targets(_FOOTNOTE.sub(_PUT, text) if "[^" in text else text, refers=refers)
        if unlinked is None:
            return None
        text = _ENTITY.sub(_character, unlinked) if has_entity else unlinked
    return text if text.count(BREAK) == stored.count(BREAK) else None


def _without_line_marks(text: str) -> str:
    marks = (mark for mark in line_marks(text) if any(map(str.isalnum, text[mark.start : mark.end])))
    return rewrite(text, (mark._replace(put=_PUT) for mark in marks), None).text


def _without_targets(text: str, *, refers: bool) -> str | None:
    if "![" in text:
        text = _IMAGE.sub(_PUT, _SHORT_IMAGE.sub(_PUT, text))
    if "](" not in text and not refers:
        return text
    if "![" in text or not _all_opened(text):
        return None
    text = _SHORT_TARGET.sub("]", text)
    text = _TARGET.sub("]", text) if "](" in text else text
    return _REFERENCE.sub("]", text) if refers else text


def _all_opened(text: str) -> bool:
    """Whether each link that ends in a paragraph also begins there."""
    linked = _LINKED.findall(text)
    if len(linked) == text.count("](") + text.count("][") and not any(BREAK in words for words in linked):
        return True
    depth = 0
    for sign in _BRACKETS.findall(text):
        if sign in {"](", "]["} and not depth:
            return False
        depth = 0 if sign == BREAK else depth if sign == "][" else depth + 1 if sign == "[" else max(0, depth - 1)
    return True


def _character(entity: re.Match[str]) -> str:
    return _unescaped(entity.group())


@lru_cache
def _unescaped(entity: str) -> str:
    return html.unescape(entity).replace("\n", _PUT)
