"""The last paragraphs of an article to the agency that they credit, and the paragraphs before them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dateline.desk.intake.found import Cut
from dateline.desk.intake.place_line import is_agency

_CREDIT: Final = re.compile(
    r"[(/\[—–-]*\s*(?:(?:source|источник|манбаъ|منبع|quelle|fuente)\s*:\s*)?(?P<agency>[^()/\[\]]{2,60}?)\s*[)/\].]*",
    re.IGNORECASE,
)


class Credit(NamedTuple):
    """An agency credited in a paragraph of its own at the end."""

    agency: str | None
    cut: tuple[Cut, ...]


def closing_credit(paragraphs: tuple[str, ...]) -> tuple[tuple[str, ...], Credit]:
    """The paragraphs without a last one that is only a credit, such as "(AFP)" or "Source: TASS", and that credit."""
    found = _CREDIT.fullmatch(paragraphs[-1].strip(" *_")) if len(paragraphs) > 1 else None
    if found is None or not is_agency(found["agency"]):
        return paragraphs, Credit(None, ())
    return paragraphs[:-1], Credit(found["agency"], (Cut(text=paragraphs[-1], why="agency credit"),))
