"""Plain text to a raw article."""

from __future__ import annotations

from dateline.desk.intake.found import Raw
from dateline.desk.intake.tidy import blocks, tidied


def read_plain(text: str) -> Raw:
    """The text with its paragraphs; whatever stands in its first lines is found later."""
    return Raw(text="\n\n".join("\n".join(block) for block in blocks(tidied(text))))
