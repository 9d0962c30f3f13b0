"""A site's pages and files to those of a bundle: without what only subscribers and machines on the web come for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.pages.links import CSL, LINKED_DATA, RIS, relative
from dateline.publish.citation import desk_file

WEB_ALONE = re.compile(rf"(?:.*/)?{re.escape(LINKED_DATA)}|(?:actors|topics)/.*/feed\.xml")
"""Linked data, which search engines read, and feeds of an actor or a topic: nobody subscribes to a file on a disk."""
TOGETHER = {name: desk_file(name) for name in (RIS, CSL)}
"""Files beside each brief for which one of all briefs stands in; BibTeX, which every program reads, stays."""
LINK = re.compile(r'( · )?<a href="([^":/]+)">([^<]*)</a>')
"""A link to a file beside the page, and the dot that sets it apart from the one before."""


def kept(names: Iterable[str]) -> list[str]:
    """The files of a site that a bundle needs."""
    return [name for name in names if not WEB_ALONE.fullmatch(name) and name.rpartition("/")[2] not in TOGETHER]


def linked(page: str, html: str) -> str:
    """A page that leads to what a bundle has; `page` is its path in the site."""
    folder = page.rpartition("/")[0]

    def way(link: re.Match[str]) -> str:
        apart, target, label = link[1] or "", link[2], link[3]
        if target in TOGETHER:
            return f'{apart}<a href="{relative(page, TOGETHER[target])}">{label}</a>'
        path = f"{folder}/{target}" if folder else target
        return "" if WEB_ALONE.fullmatch(path) else link[0]

    return LINK.sub(way, html)
