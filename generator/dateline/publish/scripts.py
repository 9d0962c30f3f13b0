"""A built page to the same page with the scripts that it has a use for, each where it runs soonest."""

from __future__ import annotations

import re

from dateline.pages.links import relative
from dateline.publish.outputs import FIRST, PICTURES, WEB

PICTURE = '<figure class="dl-picture"'
VISITS = f"{WEB}/visits.js"
HOME = frozenset({"", ".", "./", "index.html"})
RUNS_FIRST = re.compile(rf'<script src="[^"]*{re.escape(FIRST)}"[^>]*></script>')
STYLES = '<link rel="stylesheet"'


def with_scripts(html: str, url: str) -> str:
    """A page with the scripts that it has a use for: for a timeline's picture, and for what changed on the home page.

    `url` is the page's address from the site's root.
    """
    before, end, after = _begun(html).rpartition("</body>")
    scripts = (*((PICTURES,) if PICTURE in html else ()), *((VISITS,) if url in HOME else ()))
    tags = "".join(f'<script src="{relative(url, script)}"></script>\n' for script in scripts)
    return before + (tags if end else "") + end + after


def _begun(html: str) -> str:
    """A page whose first script stands before its styles: behind them it would wait until all have come."""
    head, end, rest = html.partition("</head>")
    first, styles = RUNS_FIRST.search(head), head.find(STYLES)
    if not end or first is None or not 0 <= styles < first.start():
        return html
    return head[:styles] + first[0] + head[styles : first.start()] + head[first.end() :] + end + rest
