"""Entries to lines that a reader sees of them: a card under the words that lead to it, and all of it in its bucket."""

from __future__ import annotations

from dateline.publish.search.entry import Entry

LONGEST_TEXT = 1_000
"""Letters of an entry's text that are kept to be shown; all of it is searched."""
FOLDERS = {"brief": "briefs", "actor": "actors", "source": "sources", "topic": "topics", "question": "questions"}
ANCHORED = {"claim": "#", "date": "#", "article": "/"}
"""What stands between a brief and the name within it in an id."""


def card(entry: Entry) -> tuple[str, ...]:
    """Kind, id, address where the id does not say it, title, date, date in words; none has a tab or a line end."""
    url = "" if entry.url == address(entry.kind, entry.id) else entry.url
    return tuple(map(_plain, (entry.kind, entry.id, url, entry.title, entry.when, entry.said)))


def answer(entry: Entry) -> str:
    """The fields of a card, then the beginning of the text."""
    return "\t".join((*card(entry), _plain(entry.text)[:LONGEST_TEXT]))


def address(kind: str, id_: str) -> str:
    """The usual address of a thing, which the browser makes by the same rule."""
    if kind in FOLDERS:
        return f"{FOLDERS[kind]}/{id_}/index.html"
    slug, _, name = id_.partition(ANCHORED.get(kind, "#"))
    return f"{FOLDERS['brief']}/{slug}/index.html#{kind}-{name}" if kind in ANCHORED else id_


def _plain(text: str) -> str:
    return " ".join(text.split())
