"""A page's JSON-LD to what it says about the article that the page is about."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLES: Final = ("Article", "NewsArticle", "BlogPosting", "Report", "Posting", "Review", "Recipe")
_OPENING: Final = re.compile(r"(?://|/\*)?\s*+(?:<!\[CDATA\[|<!--)(?:\s*+\*/)?")
_CLOSING: Final = re.compile(r"(?:(?://|/\*)\s*+)?(?:\]\]>|-->)(?:\s*+\*/)?$")
"""What keeps a script from readers of XML and from very old browsers, and is no JSON."""
_DEEPEST: Final = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkedArticle:
    """An article as schema.org describes it; empty where the page has no such description."""

    headline: str | None = None
    published: str | None = None
    """As written."""
    modified: str | None = None
    """As written."""
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None


def linked_article(tree: Any) -> LinkedArticle:
    """The first article among a page's JSON-LD, whole pages only where there is none; broken JSON is passed over."""
    things = [
        thing for script in tree.xpath("//script[contains(@type, 'ld+json')]") for thing in _things(script.text or "")
    ]
    articles = [thing for thing in things if _kind(thing).endswith(_ARTICLES)]
    pages = [thing for thing in things if _kind(thing).endswith("WebPage") and "datePublished" in thing]
    return _linked(next(iter(articles + pages), {}))


def _things(script: str) -> Iterator[dict[str, Any]]:
    try:
        data = json.loads(_unwrapped(script.strip()), strict=False)
    except (ValueError, RecursionError):
        return
    yield from _within(data, 0)


def _unwrapped(script: str) -> str:
    opening, closing = _OPENING.match(script), _CLOSING.search(script)
    return script[opening.end() if opening else 0 : closing.start() if closing else None]


def _within(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for each in data:
            yield from _within(each, depth + 1)
    elif isinstance(data, dict):
        yield data
        # Other keys hold other articles: what is related, what it is part of.
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _within(data.get(key), depth + 1)


def _kind(thing: dict[str, Any]) -> str:
    kind = thing.get("@type")
    return str(kind[0] if isinstance(kind, list) and kind else kind or "")


def _linked(thing: dict[str, Any]) -> LinkedArticle:
    names = thing.get("author") or thing.get("creator") or []
    listed = names if isinstance(names, list) else [names]
    return LinkedArticle(
        headline=_text(thing.get("headline") or thing.get("name")),
        published=_text(thing.get("datePublished")),
        modified=_text(thing.get("dateModified")),
        authors=tuple(name for name in map(_name, listed) if name),
        publisher=_name(thing.get("publisher")),
        url=_text(thing.get("url")) or _name(thing.get("mainEntityOfPage"), key="@id"),
    )


def _name(thing: Any, key: str = "name") -> str | None:
    if isinstance(thing, list):
        thing = thing[0] if thing else None
    return _text(thing.get(key)) if isinstance(thing, dict) else _text(thing)


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
