"""A story to Markdown, HTML and a terminal: never too long, and nothing in it is obeyed."""

from __future__ import annotations

import json
import re

import click
import pytest
from markdown_it import MarkdownIt

from dateline.desk.review.as_html import as_html
from dateline.desk.review.as_markdown import LONGEST, as_markdown
from dateline.desk.review.as_text import as_text
from dateline.desk.review.story import Item, Section, Span, Story, code, line
from markup import Markup

HOSTILE = (
    "<script>alert(1)</script>", "</details></summary><img src=x onerror=alert(1)>", "![x](http://e.example/x.png)",
    "[x](javascript:alert(1))", "@octocat", "#12", "GH-12", "!12", "deadbeef1", "`x`", "**x**", "- x", "<!-- x",
    "\x1b[31m", "\u202e", "| a | b |", "```\nx", "http://e.example", "&lt;b&gt;", "a_b_c", "1. x", "~~x~~",
)  # fmt: skip
WORD = "слово "
FORGE = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""Reads Markdown much as forges do, before they look for names and numbers."""


def story(*sections: Section) -> Story:
    return Story(summary="One thing.", compared=line("Compared."), sections=sections)


def section(lines: int, words: str, *, urgent: bool = False) -> Section:
    items = tuple(Item(line(code(f"claim-{number}"), f" {words}")) for number in range(lines))
    return Section(title=line(f"A brief of {lines}"), items=items, urgent=urgent)


@pytest.mark.parametrize(
    "sections",
    [
        [section(5_000, WORD * 10)],
        [section(3, WORD * 20_000)],
        [section(4, WORD * 10) for _ in range(2_000)],
        [section(300, WORD * 200, urgent=True), *(section(30, WORD * 5) for _ in range(500))],
    ],
    ids=["many lines", "long lines", "many sections", "much to answer"],
)
def test_a_comment_is_never_too_long(sections: list[Section]) -> None:
    whole = as_markdown(story(section(2, "to answer", urgent=True), *sections))
    assert len(whole.encode()) <= LONGEST
    assert "- `claim-1` to answer" in whole
    assert "left out here; the HTML page and the JSON have it all" in whole or "…" in whole
    assert whole.count("<details>") == whole.count("</details>")


def test_a_short_comment_is_whole_and_a_long_section_folded() -> None:
    whole = as_markdown(story(section(10, "x"), section(40, "y"), section(40, "z", urgent=True)))
    assert whole.count("- `claim-") == 90
    assert whole.count("<details>") == 1
    assert "<summary>A brief of 40 (40 lines)</summary>" in whole


@pytest.mark.parametrize("style", ["plain", "strong", "quiet", "code", "removed", "added"])
@pytest.mark.parametrize("words", HOSTILE, ids=json.dumps)
def test_nothing_in_it_is_obeyed(words: str, style: str) -> None:
    span = Span(words, style)  # type: ignore[arg-type]  # each is a style
    told = story(Section(title=line(span), items=(Item((span,), (Item((span,)),)),)))
    page = as_html(told)
    assert not {"script", "img", "a"} & tags(page)
    made = FORGE.render(as_markdown(told))
    assert not {"script", "img", "a", "table", "pre"} & tags(made)
    assert "\x1b" not in click.unstyle(as_text(told))
    # A forge looks for people and numbers in the text that is left, but for code.
    assert style == "code" or not re.search(r"[@#!]\w|GH-\d", "".join(Markup(made).words))


def tags(html: str) -> set[str]:
    """The elements of a page."""
    return {tag for tag, _ in Markup(html).tags}
