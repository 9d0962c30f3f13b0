"""A review to the forms it is handed out in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from dateline.desk.review.as_html import as_html
from dateline.desk.review.as_markdown import as_markdown
from dateline.desk.review.as_text import as_text
from dateline.desk.review.json_form import as_json
from dateline.desk.review.outcome import Review
from dateline.desk.review.telling import story_of

FORMS: Final[Mapping[str, Callable[[Review], str]]] = {
    "text": lambda review: as_text(story_of(review)),
    "markdown": lambda review: as_markdown(story_of(review)),
    "html": lambda review: as_html(story_of(review)),
    "json": as_json,
}
ENDINGS: Final[Mapping[str, str]] = {
    ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".json": "json", ".txt": "text",
}  # fmt: skip
"""The form of a file, by how its name ends in lower case."""


def form_of(path: Path) -> str | None:
    """The form that a file's name asks for; None where it asks for none of them."""
    return ENDINGS.get(path.suffix.lower())
