"""A built page to the same page in which a claim's or an article's heading has one name: its permanent one."""

from __future__ import annotations

import re

HEADING = re.compile(r'<(h[2-6]) id="([^"]*)"><a id="((?:claim|article)-[^"]*|\2)"></a>')
"""Named by the Markdown library after its words, which change, and by us; the page would say each claim four times."""
LINK = re.compile(r' href="#([^"]*)"')


def one_named(html: str) -> str:
    """A page whose headings, table of contents and links to itself use the permanent names alone."""
    names = {match[2]: match[3] for match in HEADING.finditer(html)}
    if not names:
        return html
    html = HEADING.sub(r'<\1 id="\3">', html)
    return LINK.sub(lambda match: f' href="#{names.get(match[1], match[1])}"', html)
