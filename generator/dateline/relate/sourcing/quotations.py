"""A text to its parts, in quotation marks and not, by the marks of many languages."""

from __future__ import annotations

import re
from typing import Final

_SHORTEST: Final = 20
"""Characters; what is shorter is a word in inverted commas, and holds no five words."""
# A closing mark may be missing where the next paragraph opens again: newspapers write long quotations so. A straight
# or single mark is also an inch or an apostrophe: it opens only before a word, and closes only after one.
_QUOTATION: Final = re.compile(
    rf"""
    (?= [“„«「"‘'] )
    (   “ [^“”]{{{_SHORTEST},}} (?: ” | (?= \s“ ) | \Z )
      | „ [^„“”]{{{_SHORTEST},}} [“”]
      | « [^«»]{{{_SHORTEST},}} »
      | 「 [^「」]{{{_SHORTEST},}} 」
      | (?<! [\w"] ) " (?= \S ) [^"]{{{_SHORTEST},}} (?: (?<= \S ) " (?! \w ) | (?= \s" \w ) )
      | (?<! \w ) ‘ (?: [^‘’] | ’ (?= \w ) ){{{_SHORTEST},}} ’ (?! \w )
      | (?<! \w ) ' (?= \w ) (?: [^'] | (?<= \w ) ' (?= \w ) ){{{_SHORTEST},}} (?<= [.,!?…] ) ' (?! \w )
    )
    """,
    re.VERBOSE,
)
_PARAGRAPH: Final = re.compile(r"\n\s*\n")


def parts(text: str) -> list[tuple[str, bool]]:
    """The stretches of a text in order, each with whether it is a quotation; none goes beyond its paragraph."""
    return [
        (part, number % 2 == 1)
        for paragraph in _PARAGRAPH.split(text)
        for number, part in enumerate(_QUOTATION.split(paragraph))
        if part
    ]
