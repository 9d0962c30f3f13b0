"""A stored text to its words, so that spelling of marks and white space makes no difference."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from dateline.relate.quoting.markdown import is_marked, read_form
from dateline.relate.quoting.normalise import INVISIBLE

# Chinese and Japanese put no space between words, so each sign counts as one.
_SIGN: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD: Final = re.compile(rf"[{_SIGN}]|[^\W_{_SIGN}]+")
_INVISIBLE: Final = re.compile(f"[{INVISIBLE}]+")


def visible(text: str) -> str:
    """What a reader sees of a text in Markdown, its line breaks kept."""
    seen = read_form(text).text if is_marked(text) else text
    return seen if seen.isascii() else unicodedata.normalize("NFC", _INVISIBLE.sub("", seen))


def words_of(text: str) -> list[str]:
    """The words in order, without case and punctuation."""
    return _WORD.findall(text.casefold())
