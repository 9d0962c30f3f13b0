"""All things of one sort to the page that lists them, or that leads to parts of a list too long for one page."""

from __future__ import annotations

from typing import Any

from dateline.pages import links
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.catalogue import LONGEST, SECTIONS, Part, entries_of, parts_of, title_of
from dateline.pages.template import fill
from dateline.pages.view import View


def _page(view: View, sort: str) -> Page:
    section = SECTIONS[sort]
    ids = tuple(section.names(view.corpus))
    parts = parts_of(view.corpus, sort)
    values = {
        "title": view.say(section.title),
        "intro": view.say(section.intro),
        "count": view.say_n(*section.counted, len(ids)),
        "entries": entries_of(view, sort, ids[:LONGEST] if sort == "brief" or not parts else ()),
        "newest_only": bool(parts) and sort == "brief",
        "parts": [_part(view, sort, part) for part in parts],
    }
    twin = {"ids": list(ids[:LONGEST]), "count": len(ids), "parts": {part.name: len(part.ids) for part in parts}}
    return Page(
        path=view.here,
        title=view.say(section.title),
        markdown=fill("kinds/section.md.j2", values, view.language),
        facts=Facts(kind="section", id=sort, twin=twin, listed=True),
    )


def _part(view: View, sort: str, part: Part) -> dict[str, Any]:
    return {
        "link": links.link(title_of(view, part), view.to(links.list_of(sort, part.name))),
        "count": view.say_n(*SECTIONS[sort].counted, len(part.ids)),
    }


KIND = Kind(name="section", subjects=lambda *_: SECTIONS, page=_page, path=links.section)
