"""A page's HTML to the same with the direction that its language is read in; themes say it of the body alone."""

from __future__ import annotations

from dateline.pages.tongue import direction


def facing(html: str, language: str) -> str:
    """The page, its first element turned where the language is read from the right."""
    if direction(language) == "ltr" or "<html dir=" in html:
        return html
    return html.replace("<html ", '<html dir="rtl" ', 1)
