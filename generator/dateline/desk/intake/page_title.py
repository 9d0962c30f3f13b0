"""A page to its article's title: the headline that readers see, checked against what the page says of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from dateline.desk.intake.found import Note
from dateline.desk.intake.tidy import one_line

if TYPE_CHECKING:
    from dateline.desk.intake.linked_data import LinkedArticle

_META: Final = (
    "//meta[@property='og:title' or @name='og:title' or @name='twitter:title' or @property='twitter:title']/@content"
)
_SITE: Final = "//meta[@property='og:site_name' or @name='application-name' or @name='og:site_name']/@content"
_SEPARATOR: Final = re.compile(r"\s+(?:[|–—\-·•»«:]+|::)\s+|\s*\|\s*")
_WORD: Final = re.compile(r"\w+")
_FEWEST: Final = 3
"""Words of a headline; fewer are a section's name, unless the page calls itself just so."""
_ALIKE: Final = 0.5
"""The share of a headline's words in what the page calls itself from which both are the same headline reworded."""


class PageTitle(NamedTuple):
    """A title and how it was found."""

    text: str | None
    notes: tuple[Note, ...]


def page_title(tree: Any, said: LinkedArticle) -> PageTitle:
    """The heading that says what the page calls itself, else its only heading, else its own words without the site."""
    called = [
        one_line(each) for each in [*tree.xpath(_META), said.headline or "", *_title_elements(tree)] if one_line(each)
    ]
    headings = _headings(tree)
    names = _site_names(tree, said)
    best = _best(headings, called)
    if best is None and len(headings) == 1 and headings[0].casefold() not in names:
        best = headings[0]
    if best is not None:
        return PageTitle(best, (_found("the page's heading"), *_others(best, called, names)))
    if called:
        return PageTitle(_without_site(called[0], names), (_found("what the page calls itself; no heading says it"),))
    return PageTitle(None, ())


def _title_elements(tree: Any) -> list[str]:
    # Drawings in a page have titles too.
    return [
        title.text_content()
        for title in tree.xpath("//head/title")[:1] or tree.xpath("//title[not(ancestor::svg)]")[:1]
    ]


def _headings(tree: Any) -> list[str]:
    texts = (one_line(heading.text_content()) for heading in tree.iter("h1"))
    return list(dict.fromkeys(text for text in texts if text))


def _best(headings: list[str], called: list[str]) -> str | None:
    inside = [heading for heading in headings if any(_is_within(heading, each) for each in called)]
    if inside:
        return max(inside, key=lambda heading: len(_WORD.findall(heading)))
    near = [(max((_share(heading, each) for each in called), default=0.0), heading) for heading in headings]
    share, heading = max(near, key=lambda each: each[0], default=(0.0, ""))
    return heading if share >= _ALIKE else None


def _is_within(heading: str, called: str) -> bool:
    words, others = _WORD.findall(heading.casefold()), _WORD.findall(called.casefold())
    whole = len(words) >= min(_FEWEST, len(others))
    return whole and any(others[at : at + len(words)] == words for at in range(len(others) - len(words) + 1))


def _share(heading: str, called: str) -> float:
    words, others = set(_WORD.findall(heading.casefold())), set(_WORD.findall(called.casefold()))
    fewer = min(len(words), len(others))
    return len(words & others) / fewer if fewer >= _FEWEST else 0.0


def _site_names(tree: Any, said: LinkedArticle) -> frozenset[str]:
    return frozenset(one_line(name).casefold() for name in [*tree.xpath(_SITE), said.publisher or ""] if one_line(name))


def _without_site(title: str, names: frozenset[str]) -> str:
    """The title without a first or last part that is the site's name."""
    parts = list(_SEPARATOR.finditer(title))
    if parts and title[parts[-1].end() :].casefold() in names:
        return title[: parts[-1].start()]
    if parts and title[: parts[0].start()].casefold() in names:
        return title[parts[0].end() :]
    return title


def _others(best: str, called: list[str], names: frozenset[str]) -> tuple[Note, ...]:
    other = next((each for each in called if _share(best, each) < _ALIKE and each.casefold() not in names), None)
    return (Note(kind="conflict", about="title", text=f"the page also calls itself “{other}”"),) if other else ()


def _found(text: str) -> Note:
    return Note(kind="found", about="title", text=text)
