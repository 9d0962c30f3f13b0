"""All things of one sort to the page that lists them, or that leads to parts of a list too long for one page."""

from __future__ import annotations

from typing import Any

from dateline.pages import links
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.catalogue import LONGEST, SECTIONS, Part, entries_of, parts_of
from dateline.pages.template import fill
from dateline.pages.view import View, choice


def _page(view: View, sort: str) -> Page:
    section = SECTIONS[sort]
    ids = tuple(section.names(view.corpus))
    parts = parts_of(view.corpus, sort)
    values = {
        "title": section.title,
        "intro": section.intro,
        "count": choice(len(ids), *section.counted),
        "entries": entries_of(view, sort, ids[:LONGEST] if sort == "brief" or not parts else ()),
        "newest_only": bool(parts) and sort == "brief",
        "parts": [_part(view, sort, part) for part in parts],
    }
    twin = {"ids": list(ids[:LONGEST]), "count": len(ids), "parts": {part.name: len(part.ids) for part in parts}}
    return Page(
        path=view.here,
        title=section.title,
        markdown=fill("kinds/section.md.j2", values),
        facts=Facts(kind="section", id=sort, twin=twin, listed=True),
    )


def _part(view: View, sort: str, part: Part) -> dict[str, Any]:
    return {
        "link": links.link(part.title, view.to(links.list_of(sort, part.name))),
        "count": choice(len(part.ids), *SECTIONS[sort].counted),
    }


KIND = Kind(name="section", subjects=lambda *_: SECTIONS, page=_page, path=links.section)
