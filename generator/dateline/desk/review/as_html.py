"""A story to one HTML page that needs nothing else: no script, no other file, light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from importlib import resources
from typing import Final

from dateline.desk.review.shortened import folded, lines_in
from dateline.desk.review.story import Item, Line, Section, Span, Story
from dateline.pages.escape import CONTROL

TAGS: Final = {"removed": "del", "added": "ins", "strong": "strong", "code": "code", "quiet": "small"}
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def as_html(story: Story) -> str:
    """The page."""
    style = (resources.files("dateline.desk.review") / "review.css").read_text("utf-8")
    return f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>What this changes</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>What this changes</h1>
<p class="summary">{_words(story.summary)}</p>
<p class="compared">{_line(story.compared)}</p>
{"".join(map(_section, story.sections))}</main>
</body>
</html>
"""


def _section(section: Section) -> str:
    urgent = ' class="urgent"' if section.urgent else ""
    items = _items(section.items)
    if folded(section):
        title = f"<summary><h2>{_line(section.title)}</h2> {lines_in(section)}</summary>"
        return f"<details{urgent}>\n{title}\n{items}</details>\n"
    return f"<section{urgent}>\n<h2>{_line(section.title)}</h2>\n{items}</section>\n"


def _items(items: Sequence[Item]) -> str:
    if not items:
        return ""
    inner = "".join(f"<li>{_line(item.line)}{_items(item.below)}</li>\n" for item in items)
    return f"\n<ul>\n{inner}</ul>\n"


def _line(spans: Line) -> str:
    return "".join(map(_span, spans)).strip()


def _span(span: Span) -> str:
    tag = TAGS.get(span.style)
    words = _words(span.text)
    if not tag or not words.strip():
        return words
    before, after = span.text[:1].isspace() * " ", span.text[-1:].isspace() * " "
    return f"{before}<{tag}>{words.strip()}</{tag}>{after}"


def _words(words: str) -> str:
    return escape(CONTROL.sub("", words))
