"""Cards to small scripts, of which a page loads the one it needs; nothing but data is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.pages.page import Page
from dateline.publish.export import Export, Part, Piece, made
from dateline.publish.literal import literal

FOLDER = "dateline/previews"
LARGEST = 24_000
"""Bytes of one script, unless one card alone is more."""
CALL = "datelinePreviews"
OFFSET, PRIME = 0x811C9DC5, 0x01000193
"""Of FNV-1a, which web/preview.js computes as well."""


def _parts(page: Page) -> Iterator[Part]:
    for card in page.facts.cards:
        yield Part("previews", f"{shard_key(card.key):08x}{card.key}", literal(card))


def _whole(parts: Sequence[Part]) -> Iterator[Piece]:
    """Cards by their keys, each key beginning with eight digits of its hash."""
    cards = sorted(parts, key=lambda part: part.key[8:])
    shards = _shards([(int(part.key[:8], 16), part.text) for part in cards])
    yield made(f"{FOLDER}/index.js", f"{CALL}({literal({'shards': len(shards)})});\n")
    for number, rows in enumerate(shards):
        listed = ",\n".join(rows)
        yield made(f"{FOLDER}/{number}.js", f'{CALL}({{"cards":[\n{listed}\n]}});\n')


def _shards(rows: Sequence[tuple[int, str]]) -> list[list[str]]:
    """Rows under the remainder of their key's hash, in as many parts as keep each small enough."""
    count = 1 if rows else 0
    while True:
        parts: list[list[str]] = [[] for _ in range(count)]
        for key, row in rows:
            parts[key % count].append(row)
        if count >= len(rows) or all(_size(part) <= LARGEST for part in parts):
            return parts
        count *= 2


def _size(rows: Iterable[str]) -> int:
    return sum(len(row.encode()) + 2 for row in rows)


def shard_key(key: str) -> int:
    """The number that decides where a card is, as web/preview.js finds it; keys are ASCII."""
    number = OFFSET
    for byte in key.encode("ascii"):
        number = (number ^ byte) * PRIME & 0xFFFFFFFF
    return number


EXPORT = Export(name="previews", parts=_parts, wholes={"previews": _whole})
