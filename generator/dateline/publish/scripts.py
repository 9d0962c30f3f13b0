"""A built page to the same page with the scripts that it has a use for."""

from __future__ import annotations

from dateline.pages.links import relative
from dateline.publish.outputs import WEB

PICTURE = '<figure class="dl-picture"'
SCRIPTS = (f"{WEB}/timeline.js", f"{WEB}/zoom.js")


def with_scripts(html: str, url: str) -> str:
    """A page with the scripts for a timeline's picture; one without a picture loads nothing more.

    `url` is the page's address from the site's root.
    """
    before, end, after = html.rpartition("</body>")
    if PICTURE not in html or not end:
        return html
    tags = "".join(f'<script src="{relative(url, script)}"></script>\n' for script in SCRIPTS)
    return before + tags + end + after
