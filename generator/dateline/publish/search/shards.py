"""An index to scripts that a browser loads one by one: a boot part, terms, positions, answers and columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import resources
from itertools import accumulate, pairwise

from dateline.publish.asset import Asset
from dateline.publish.literal import literal
from dateline.publish.search.answers import ANCHORED, FOLDERS, answer
from dateline.publish.search.columns import columns
from dateline.publish.search.entry import FACETS
from dateline.publish.search.inverted import Index, by_unit
from dateline.publish.search.numbering import room
from dateline.publish.search.numbers import LETTERS, written
from dateline.publish.search.spellings import spellings
from dateline.publish.search.terms import term_shards

FOLDER = "dateline/search"
BROWSER = ("words.js", "parts.js", "match.js", "rank.js", "narrow.js", "excerpt.js", "answer.js", "show.js")


def shards(index: Index, labels: Mapping[str, str]) -> Iterator[Asset]:
    """Every file of the index below FOLDER, the same bytes for the same index; `labels` name values, `topic/aid`.

    A file is named for what is in it and not for its place, so that others keep their names when it goes.
    """
    fences = []
    for shard in term_shards(index):
        fences.append(shard.fence)
        yield _file(f"t{named(shard.fence)}", shard.stems)
        yield _file(f"p{named(shard.fence)}", shard.positions)
    words = dict(spellings(index))
    for letter, forms in words.items():
        yield _file(f"w{named(letter)}", forms)
    for number, (start, end) in enumerate(pairwise(accumulate(index.sizes, initial=0))):
        if start < end:
            yield _file(f"a{number}", "\n".join(map(answer, index.entries[start:end])))
    for name, content in columns(index.entries, labels):
        yield _file(name, content)
    table = {"terms": "\n".join(fences), "letters": "".join(words), "sizes": written(index.sizes)}
    yield _boot(index, {**table, "room": room(index.sizes)})


def named(text: str) -> str:
    """A text as part of a file's name on any disk: each UTF-16 unit in hexadecimal digits, hyphens between them."""
    units = by_unit(text)
    return "-".join(f"{int.from_bytes(units[at : at + 2]):x}" for at in range(0, len(units), 2))


def script(name: str, content: object) -> str:
    """A call of our function with a name and JSON; safe inside and outside HTML."""
    return f'dateline.part("{name}",{literal(content)});\n'


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
