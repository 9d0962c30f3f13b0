"""Pages that had other addresses to small files that lead from there to here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import quote

from dateline.pages.links import relative
from dateline.pages.page import Page
from dateline.publish.asset import Asset

SCRIPT = "dateline/redirect.js"
HTML = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{target}">
<script src="{script}"></script>
<title>{title}</title>
</head>
<body>
<p>This page has moved: <a href="{target}">{title}</a></p>
</body>
</html>
"""


def redirects(pages: Iterable[Page]) -> Iterator[Asset]:
    """One HTML file for each old address; works from a disk, and without scripts but for the anchor."""
    for page in pages:
        for old in page.facts.formerly:
            target = quote(_html(relative(old, page.path)))
            script = relative(old, SCRIPT)
            yield Asset(_html(old), HTML.format(target=target, script=script, title=escape(page.title)))


def _html(path: str) -> str:
    return f"{path.removesuffix('.md')}.html"
