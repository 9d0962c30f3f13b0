"""Briefs to RIS entries for reference managers, one beside each page and all in one file."""

from __future__ import annotations

from dateline.pages.links import RIS
from dateline.publish.citation import Citation, citing

CONTROL = dict.fromkeys((*range(32), 127, 0x85, 0x2028, 0x2029), " ")
"""A line end within a value would begin another tag."""
PARTS = 3


def _entry(cited: Citation) -> str:
    tags = [("TY", "RPRT"), ("ID", cited.id), ("TI", cited.title), *(("AU", author) for author in cited.authors)]
    if cited.date:
        year, month, day = (cited.date.split("-") + [""] * PARTS)[:PARTS]
        tags += [("PY", year), ("DA", f"{year}/{month}/{day}/")]
    if cited.abstract:
        tags.append(("AB", cited.abstract))
    return "".join(f"{tag}  - {value.translate(CONTROL)}\r\n" for tag, value in (*tags, ("ER", "")))


EXPORT = citing("ris", RIS, _entry)
