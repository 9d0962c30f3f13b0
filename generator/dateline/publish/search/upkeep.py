"""Pages whose entries changed to the files of the index that are others than before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from importlib import resources
from typing import Final, NamedTuple

from dateline.publish.asset import Asset
from dateline.publish.literal import literal
from dateline.publish.search.answers import ANCHORED, FOLDERS
from dateline.publish.search.entry import FACETS
from dateline.publish.search.filling import fill
from dateline.publish.search.forms import SHORTEST, counted, letters, spelt
from dateline.publish.search.inverted import by_unit, common
from dateline.publish.search.kept import Kept
from dateline.publish.search.numbers import written
from dateline.publish.search.placing import EntriesOf, placed
from dateline.publish.search.shards import contents, sharded
from dateline.publish.search.terms import renewed

FOLDER: Final = "dateline/search"
BROWSER: Final = (
    "words.js", "parts.js", "match.js", "rank.js", "narrow.js", "excerpt.js", "answer.js", "show.js",
)  # fmt: skip


class Upkept(NamedTuple):
    """Files of an index."""

    files: Iterator[Asset]
    """Those that may be others than before; to be gone through before anything else is kept."""
    gone: Collection[str]
    """Paths of those that are no more."""
    is_whole: bool
    """Whether `files` are all there are."""


def brought_up(
    kept: Kept, pages: Collection[str], entries_of: EntriesOf, labels: Mapping[str, str], *, renamed: bool
) -> Upkept:
    """Bring an index up to date with pages, by their files, whose entries changed; an empty one is made whole.

    `labels` name values of facets, `topic/<id>`; `renamed` says that some do otherwise than before. A file is named for
    what is in it and not for its place, so that others keep their names when it goes.
    """
    places = placed(kept, pages, entries_of)
    before = letters(kept)
    filling, columns = fill(kept, places, entries_of)
    forms = counted(kept, filling.tokens)
    stems = renewed(kept, filling, forms, places.room)
    shards = sharded(kept, stems, forms)
    after, respelt = letters(kept), {form[0] for form, _ in forms if len(form) >= SHORTEST}

    def files() -> Iterator[Asset]:
        for shard in shards.stale:
            lines, positions = contents(kept, shard)
            yield _file(f"t{named(shard.fence)}", lines)
            yield _file(f"p{named(shard.fence)}", positions)
        yield from (_file(f"w{named(letter)}", spelt(kept, letter)) for letter in after if letter in respelt)
        yield from (_file(f"a{number}", text) for number, text in filling.answers.items() if text)
        yield from (_file(name, content) for name, content in columns.files(labels, renamed=renamed))
        yield _boot(kept, shards.fences, after)

    gone = [f"{kind}{named(fence)}" for fence in shards.gone for kind in "tp"]
    gone += [f"w{named(letter)}" for letter in before if letter not in after]
    gone += [f"a{number}" for number, text in filling.answers.items() if not text]
    return Upkept(files(), {f"{FOLDER}/{name}.js" for name in gone}, places.is_whole)


def named(text: str) -> str:
    """A text as part of a file's name on any disk: each UTF-16 unit in hexadecimal digits, hyphens between them."""
    units = by_unit(text)
    return "-".join(f"{int.from_bytes(units[at : at + 2]):x}" for at in range(0, len(units), 2))


def script(name: str, content: object) -> str:
    """A call of our function with a name and JSON; safe inside and outside HTML."""
    return f'dateline.part("{name}",{literal(content)});\n'


def _file(name: str, content: object) -> Asset:
    return Asset(f"{FOLDER}/{name}.js", script(name, content))


def _boot(kept: Kept, fences: Collection[str], first: Collection[str]) -> Asset:
    """The program that searches, and all it has to know before the first word."""
    folder = resources.files("dateline") / "web" / "search"
    program = "".join((folder / name).read_text("utf-8") for name in BROWSER)
    buckets = kept.all("SELECT bucket, size, words, levels FROM index_bucket ORDER BY bucket")
    sizes = {bucket: size for bucket, size, _, _ in buckets}
    total = sum(sizes.values())
    known = {
        "entries": total,
        "mean": sum(words for _, _, words, _ in buckets) / max(1, total) or 1.0,
        "common": common(total),
        "levels": "".join(levels for *_, levels in buckets),
        "facets": FACETS,
        "folders": FOLDERS,
        "anchored": ANCHORED,
        "terms": "\n".join(fences),
        "letters": "".join(first),
        "sizes": written(sizes.get(number, 0) for number in range(kept.number("buckets"))),
        "room": kept.number("room"),
    }
    return Asset(f"{FOLDER}/boot.js", program + script("boot", known))
