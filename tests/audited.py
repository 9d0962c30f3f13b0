"""A page of every kind, the ways in which it is looked at, and what axe finds on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page

AXE = Path(__file__).parent / "browser" / "assets" / "axe.min.js"
GRAVE = frozenset({"serious", "critical"})
PAGES = {
    "home": "index.html",
    "brief": "briefs/kabul-strike/index.html",
    "actor": "actors/taliban/index.html",
    "source": "sources/reuters/index.html",
    "question": "questions/airport-attack/deaths/index.html",
    "topic": "topics/refugees/index.html",
    "timeline": "timeline/index.html",
    "year": "timeline/2021/index.html",
    "list": "actors/index.html",
    "search": "search/index.html?q=airport",
    "coverage": "coverage/index.html",
    "corrections": "corrections/index.html",
    "guide": "guide/start.html",
    "reference": "reference/keys.html",
    "not found": "404.html",
}


class Mode(NamedTuple):
    """A way to look at a page."""

    name: str
    width: int
    options: dict[str, Any]


WIDE = 1280
MODES = (
    Mode("light", WIDE, {"color_scheme": "light"}),
    Mode("dark", WIDE, {"color_scheme": "dark"}),
    Mode("forced colours", WIDE, {"forced_colors": "active"}),
    # A browser's zoom of 200 % is half the width in CSS pixels, each drawn with twice as many.
    Mode("200 % zoom", WIDE // 2, {"device_scale_factor": 2}),
    Mode("360 px", 360, {}),
)


def violations(page: Page) -> Iterator[dict[str, Any]]:
    """What axe finds on the whole page: rule, impact, the first elements."""
    page.add_script_tag(path=AXE)
    yield from page.evaluate(
        "axe.run().then((all) => all.violations.map((its) => ({id: its.id, impact: its.impact,"
        " nodes: its.nodes.map((node) => node.html.slice(0, 160))})))"
    )
