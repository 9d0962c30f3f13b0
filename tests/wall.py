"""Rendered HTML to what an allow-list would take out of it: the second wall, which must find nothing to remove."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import nh3

from markup import Markup

TEXT = {
    "a", "blockquote", "br", "code", "del", "details", "div", "em", "figcaption", "figure", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "li", "mark", "ol", "p", "pre", "small", "span", "strong", "summary", "ul",
}  # fmt: skip
PICTURE = {"circle", "defs", "g", "line", "path", "pattern", "rect", "svg", "text", "title", "use"}
DRAWN = {
    "cx", "cy", "d", "dx", "fill", "font-size", "height", "opacity", "overflow", "patternTransform", "patternUnits",
    "r", "role", "stroke", "stroke-dasharray", "stroke-linecap", "stroke-width", "text-anchor", "transform", "viewBox",
    "width", "x", "x1", "x2", "xmlns", "y", "y1", "y2",
}  # fmt: skip
EVERYWHERE = {"id", "class", "title", "lang", "dir"}
ATTRIBUTES = {"*": EVERYWHERE, "a": {"href"}, "use": {"href"}, "ol": {"start"}} | dict.fromkeys(PICTURE, DRAWN)
ATTRIBUTES["use"] = DRAWN | {"href"}
ATTRIBUTES["a"] = {"href", "transform"}
SCHEMES = {"http", "https", "mailto"}
OURS = ("controls", "form")
"""Elements of the search page alone, which holds no text of anybody's."""


def cleaned(html: str) -> str:
    """HTML with nothing in it that is not on the list."""
    return nh3.clean(
        html,
        tags=TEXT | PICTURE,
        attributes=ATTRIBUTES,
        generic_attribute_prefixes={"data-", "aria-"},
        url_schemes=SCHEMES,
        link_rel=None,
        clean_content_tags={"script", "style"},
    )


def removed(html: str) -> Iterator[str]:
    """Every tag, with its attributes, that the allow-list would take away or change, and any comment."""
    there, left = _tags(html), _tags(cleaned(html))
    yield from sorted((there - left).elements())
    if "<!--" in html:
        yield "a comment"


def _tags(html: str) -> Counter[str]:
    """Start tags, their attributes sorted; the parser's own closing of a paragraph is no start."""
    return Counter(
        " ".join((tag, *(f"{name.lower()}={value}" for name, value in sorted(attributes.items()))))
        for tag, attributes in Markup(html).tags
    )
