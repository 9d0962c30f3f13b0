"""A page of every kind, the ways in which it is looked at, and what axe finds on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page, expect

AXE = Path(__file__).parent / "browser" / "assets" / "axe.min.js"
GRAVE = frozenset({"serious", "critical"})
PAGES = {
    "home": "index.html",
    "brief": "briefs/kabul-strike/index.html",
    "actor": "actors/us-central-command/index.html",
    "source": "sources/reuters/index.html",
    "question": "questions/airport-attack/deaths/index.html",
    "topic": "topics/refugees/index.html",
    "timeline": "timeline/index.html",
    "year": "timeline/2021/index.html",
    "list": "actors/index.html",
    "briefs": "briefs/index.html",
    "sources": "sources/index.html",
    "topics": "topics/index.html",
    "questions": "questions/index.html",
    "search": "search/index.html?q=airport",
    "coverage": "coverage/index.html",
    "corrections": "corrections/index.html",
    "guide": "guide/start.html",
    "reference": "reference/keys.html",
    "not found": "404.html",
}


ALL: Mapping[str, Any] = {}
COLOURS: Mapping[str, Any] = {"runOnly": ["color-contrast", "link-in-text-block"]}
NONE: Mapping[str, Any] = {"runOnly": []}


class Mode(NamedTuple):
    """A way to look at a page, and the rules whose answer may be another in it than in those before."""

    name: str
    width: int
    options: dict[str, Any]
    rules: Mapping[str, Any]


WIDE = 1280
MODES = (
    Mode("light", WIDE, {"color_scheme": "light"}, ALL),
    Mode("dark", WIDE, {"color_scheme": "dark"}, COLOURS),
    Mode("forced colours", WIDE, {"forced_colors": "active"}, COLOURS),
    Mode("360 px", 360, {}, ALL),
    # A browser's zoom of 200 % is half the width in CSS pixels, each drawn with twice as many.
    Mode("200 % zoom", WIDE // 2, {"device_scale_factor": 2}, NONE),
    Mode("400 % zoom", WIDE // 4, {"device_scale_factor": 4}, NONE),
)


def settled(page: Page) -> None:
    """Wait until a page is as it stays: answers there, letters drawn, and no colour on its way into another."""
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    page.evaluate("() => Promise.all([document.fonts.ready, ...document.getAnimations().map((its) => its.finished)])")


def violations(page: Page, rules: Mapping[str, Any] = ALL) -> Iterator[dict[str, Any]]:
    """What axe finds on the whole page by some rules, or all: rule, impact, the first elements."""
    page.add_script_tag(path=AXE)
    yield from page.evaluate(
        "(rules) => axe.run(rules).then((all) => all.violations.map((its) => ({id: its.id, impact: its.impact,"
        " nodes: its.nodes.map((node) => node.html.slice(0, 160))})))",
        dict(rules),
    )
