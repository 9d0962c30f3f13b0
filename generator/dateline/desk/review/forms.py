"""A review to the forms it is handed out in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from dateline.desk.review.as_html import as_html
from dateline.desk.review.as_markdown import as_markdown
from dateline.desk.review.as_text import as_text
from dateline.desk.review.discretion import Discretion
from dateline.desk.review.json_form import as_data, as_json
from dateline.desk.review.outcome import Review
from dateline.desk.review.story import Story
from dateline.desk.review.telling import story_of
from dateline.desk.review.veiled import hidden_ids, veiled

FORMS: Final[Mapping[str, Callable[[Review], str]]] = {
    "text": lambda review: as_text(_told(review)),
    "markdown": lambda review: as_markdown(_told(review)),
    "html": lambda review: as_html(_told(review)),
    "json": lambda review: as_json(_as_told(review)),
}
ENDINGS: Final[Mapping[str, str]] = {
    ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".json": "json", ".txt": "text",
}  # fmt: skip
"""The form of a file, by how its name ends in lower case."""


def form_of(path: Path) -> str | None:
    """The form that a file's name asks for; None where it asks for none of them."""
    return ENDINGS.get(path.suffix.lower())


def _told(review: Review) -> Story:
    hidden = hidden_ids(review)
    return Discretion(review, hidden).story(story_of(veiled(review, hidden)))


def _as_told(review: Review) -> Mapping[str, Any]:
    hidden = hidden_ids(review)
    found: Mapping[str, Any] = Discretion(review, hidden).data(as_data(veiled(review, hidden)))
    return found
