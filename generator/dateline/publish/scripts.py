"""A built page to the same page with the scripts that it has a use for."""

from __future__ import annotations

from dateline.pages.links import relative
from dateline.publish.outputs import PICTURES, WEB

PICTURE = '<figure class="dl-picture"'
VISITS = f"{WEB}/visits.js"
HOME = frozenset({"", ".", "./", "index.html"})


def with_scripts(html: str, url: str) -> str:
    """A page with the scripts that it has a use for: for a timeline's picture, and for what changed on the home page.

    `url` is the page's address from the site's root.
    """
    before, end, after = html.rpartition("</body>")
    scripts = (*((PICTURES,) if PICTURE in html else ()), *((VISITS,) if url in HOME else ()))
    if not scripts or not end:
        return html
    tags = "".join(f'<script src="{relative(url, script)}"></script>\n' for script in scripts)
    return before + tags + end + after
