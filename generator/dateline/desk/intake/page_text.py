"""A page to the text of its article, in Markdown."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Final

from dateline.desk.intake.marked import markdown_blocks

_LOST: Final = 3
"""From how many times its length on the generous reading shows that the strict one lost most of the article."""
_SAME: Final = 0.8
"""The share of the strict reading's words that the generous one holds, unless it is of another part of the page."""
_WORD: Final = re.compile(r"\w+")
_PLACE: Final = re.compile(r"⟦(\d+)⟧(.*?)⟦⟧", re.DOTALL)
"""Stands for a picture while the text is extracted: some addresses are longer than the article."""


def page_text(html: str, *, with_images: bool = False) -> tuple[tuple[str, ...], ...]:
    """The article's paragraphs, headings, lists and tables, with its links, by block; empty where none is found.

    A picture is its caption, unless it is asked for.
    """
    strict = _extracted(html, strictly=True, with_images=with_images)
    generous = _extracted(html, strictly=False, with_images=with_images)
    lost = len(generous) > _LOST * len(strict) and _share_within(strict, generous) > _SAME
    return markdown_blocks(generous if lost or not strict else strict)


def _extracted(html: str, *, strictly: bool, with_images: bool) -> str:
    from trafilatura import extract, load_html

    tree = load_html(html)
    images = _with_captions(tree, with_images=with_images) if tree is not None else []
    found = extract(
        tree,
        output_format="markdown",
        include_comments=False,
        include_links=True,
        include_formatting=True,
        favor_precision=strictly,
        favor_recall=not strictly,
    )
    return _PLACE.sub(lambda place: _shown(place, images), found or "")


def _shown(place: re.Match[str], images: list[str]) -> str:
    number = int(place[1])
    return f"![{place[2]}](<{images[number]}>)" if number < len(images) else place.group()


def _with_captions(tree: Any, *, with_images: bool) -> list[str]:
    """Put captions, and places for the pictures that are kept, where the library would drop both; their addresses."""
    addresses: list[str] = []
    for figure in [*tree.iter("figure"), *(tree.iter("img") if with_images else ())]:
        caption = " ".join(" ".join(" ".join(each.itertext()) for each in figure.iter("figcaption")).split())
        images = [image for image in figure.iter("img") if image.get("src")] if with_images else []
        text = [f"⟦{len(addresses) + number}⟧{_label(caption or image.get('alt', ''))}⟦⟧"
                for number, image in enumerate(images)]  # fmt: skip
        addresses += [re.sub(r"[<>\s]", "%20", image.get("src").strip()) for image in images]
        _become(figure, " ".join(text), "" if images else caption)
    return addresses


def _become(element: Any, text: str, emphasised: str) -> None:
    """Make a paragraph of an element, or nothing where there is nothing to say."""
    tail = element.tail
    element.clear()
    element.tag, element.text, element.tail = ("p" if text or emphasised else "span"), text or None, tail
    if emphasised:
        element.append(element.makeelement("em"))
        element[-1].text = emphasised


def _label(caption: str) -> str:
    return re.sub(r"[\[\]⟦⟧]", "", caption)


def _share_within(part: str, whole: str) -> float:
    words, others = Counter(_WORD.findall(part)), Counter(_WORD.findall(whole))
    return (words & others).total() / max(1, words.total())
