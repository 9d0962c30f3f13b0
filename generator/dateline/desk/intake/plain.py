"""Plain text to a raw article."""

from __future__ import annotations

from dateline.desk.intake.decode import decode
from dateline.desk.intake.found import Raw
from dateline.desk.intake.tidy import blocks, tidied


def read_plain(data: bytes, *, declared: str | None = None) -> Raw:
    """The text with its paragraphs; whatever stands in its first lines is found later.

    `declared` is the charset that a mail's header names.
    """
    text, notes = decode(data, declared)
    return Raw(blocks=blocks(tidied(text)), notes=notes)
