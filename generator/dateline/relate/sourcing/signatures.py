"""A stored text to the places where somebody signs: place line, byline, sign-off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_LINES: Final = 3
"""Lines at the beginning and the end in which a text is signed: a headline and a byline may come before a place."""
_EDGE: Final = 200
"""Characters of such a line that are looked at, where it begins or ends."""
_BYLINE: Final = 80
"""Characters; a longer line is a paragraph and no byline."""
_SENTENCE: Final = re.compile(r"(?:\S+\s+){4,}\S+[.!?]$")
"""More than four words with a full stop: `Reuters, AP and AFP reported it.` signs nothing."""
_MARKS: Final = str.maketrans({"*": "", "_": "", "（": "(", "）": ")", "【": "(", "】": ")", "[": "(", "]": ")"})
_DASH: Final = "[-–—―]"
_PLACE_LINES: Final = (
    # KABUL, Aug 31 (Reuters) - …; 北京 (路透社) —
    re.compile(rf"[^()\n]{{0,60}}\(([^()\n]{{2,60}})\)\s*(?:{_DASH}|[:.]|$)"),
    # (Reuters) …; KABUL (AP) …: without a dash only behind nothing, or behind capital letters
    re.compile(r"(?:[^\W\d_a-zа-я]{2}[^()\n]{0,58}(?=\([^()\n]+\)\s))?\(([^()\n]{2,60})\)"),
    # MOSCOW, September 15. /TASS/. …
    re.compile(r"[^/\n]{0,60}(?<!\w)/([^/\n]{2,40})/(?!\w)"),
    # МОСКВА, 15 сен — РИА Новости. …; DUSHANBE — Sputnik
    re.compile(rf"[^\n]{{1,60}}?\s{_DASH}{{1,2}}\s*([^\n]{{2,40}}?)\s*(?:[.:](?=\s|$)|\s{_DASH}|$)"),
    # Москва. 15 сентября. INTERFAX.RU - …; KABUL, Reuters — …
    re.compile(rf"[^\n]{{1,50}}?[.,]\s+([^\n.,]{{2,30}}(?:\.\w{{2,3}})?)\s+{_DASH}{{1,2}}\s"),
    # 新华社北京9月15日电
    re.compile(r"([\u4e00-\u9fff]{2,4}社)[^\n。]{0,20}?[电電]"),
)
_SIGN_OFFS: Final = (
    re.compile(r"\(([^()\n]{2,60})\)\.?$"),
    re.compile(rf"(?:^|\s){_DASH}{{1,2}}\s*([^\n]{{2,40}}?)\.?$"),
    re.compile(r"(?<!\w)/([^/\n]{2,40})/\.?$"),
)
_PICTURE: Final = re.compile(r"(?i)\b(?:photo|picture|image|getty|video|graphic|foto|bild|imag[eo]|фото|צילום|صورة)")
"""Words of a caption: whose picture it is says nothing about the text."""


def signatures(body: str) -> Iterator[str]:
    """What may be a signature, as it is written; whose it is, a list of names must say."""
    lines = [line.strip() for line in body.translate(_MARKS).splitlines() if line.strip()]
    lines = [line for line in lines if len(line) > _BYLINE or not _PICTURE.search(line)]
    head, tail = lines[:_LINES], lines[-_LINES:]
    for line in head:
        yield from (found[1] for pattern in _PLACE_LINES if (found := pattern.match(line[:_EDGE])))
    for line in tail:
        yield from (found[1] for pattern in _SIGN_OFFS if (found := pattern.search(line[-_EDGE:])))
    yield from (line for line in (*head, *tail) if len(line) <= _BYLINE and not _SENTENCE.match(line))
