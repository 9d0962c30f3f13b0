"""An index to scripts that a browser loads one by one: a boot part, terms, positions, answers and columns."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib import resources
from itertools import pairwise

from dateline.publish.asset import Asset
from dateline.publish.search.columns import columns
from dateline.publish.search.entry import FACETS, Entry
from dateline.publish.search.inverted import Index
from dateline.publish.search.numbers import LETTERS
from dateline.publish.search.slices import slices
from dateline.publish.search.terms import term_shards

FOLDER = "dateline/search"
SIZE = 6_000
"""Letters in one shard of answers, more or less: what it costs to show one."""
LONGEST_TEXT = 1_000
"""Letters of an entry's text that are kept to be shown; all of it is searched."""
FOLDERS = {"brief": "briefs", "actor": "actors", "source": "sources", "topic": "topics", "question": "questions"}
ANCHORED = {"claim": "#", "date": "#", "article": "/"}
"""What stands between a brief and the name within it in an id."""
BROWSER = ("words.js", "parts.js", "match.js", "rank.js", "narrow.js", "excerpt.js", "answer.js", "show.js")
UNSAFE = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def shards(index: Index, labels: Mapping[str, str]) -> Iterator[Asset]:
    """Every file of the index below FOLDER, the same bytes for the same index; `labels` name values, `topic/aid`."""
    terms = list(term_shards(index))
    for number, shard in enumerate(terms):
        yield _file(f"t{number}", shard.stems)
        yield _file(f"p{number}", shard.positions)
    answers = [_answer(entry) for entry in index.entries]
    starts = slices([len(line) for line in answers], SIZE)
    for number, (start, end) in enumerate(pairwise((*starts, len(answers)))):
        yield _file(f"a{number}", "\n".join(answers[start:end]))
    for name, content in columns(index.entries, labels):
        yield _file(name, content)
    yield _boot(index, {"terms": "\n".join(shard.fence for shard in terms), "answers": starts})


def script(name: str, content: object) -> str:
    """A call of our function with a name and JSON; safe inside and outside HTML."""
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    for letter, escaped in UNSAFE.items():
        data = data.replace(letter, escaped)
    return f'dateline.part("{name}",{data});\n'


def _file(name: str, content: object) -> Asset:
    return Asset(f"{FOLDER}/{name}.js", script(name, content))


def _boot(index: Index, table: Mapping[str, object]) -> Asset:
    """The program that searches, and all it has to know before the first word."""
    folder = resources.files("dateline") / "web" / "search"
    program = "".join((folder / name).read_text("utf-8") for name in BROWSER)
    known = {
        "entries": len(index.entries),
        "mean": index.mean,
        "common": index.common,
        "levels": "".join(LETTERS[level] for level in index.levels),
        "facets": FACETS,
        "folders": FOLDERS,
        "anchored": ANCHORED,
        **table,
    }
    return Asset(f"{FOLDER}/boot.js", program + script("boot", known))


def _answer(entry: Entry) -> str:
    """Kind, id, address where the id does not say it, title, date, date in words, the beginning of the text."""
    url = "" if entry.url == address(entry.kind, entry.id) else entry.url
    text = _plain(entry.text)[:LONGEST_TEXT]
    return "\t".join((*map(_plain, (entry.kind, entry.id, url, entry.title, entry.when, entry.said)), text))


def address(kind: str, id_: str) -> str:
    """The usual address of a thing, which the browser makes by the same rule."""
    if kind in FOLDERS:
        return f"{FOLDERS[kind]}/{id_}/index.html"
    slug, _, name = id_.partition(ANCHORED.get(kind, "#"))
    return f"{FOLDERS['brief']}/{slug}/index.html#{kind}-{name}" if kind in ANCHORED else id_


def _plain(text: str) -> str:
    return " ".join(text.split())
