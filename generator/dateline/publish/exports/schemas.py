"""The JSON Schema of each list under `data/`, published beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import resources

from dateline.publish.export import Export, Part, Piece, made


def _whole(_: Sequence[Part]) -> Iterator[Piece]:
    folder = resources.files("dateline.publish") / "schemas"
    for schema in sorted(folder.iterdir(), key=lambda entry: entry.name):
        yield made(f"data/{schema.name}", schema.read_bytes())


EXPORT = Export(name="schemas", wholes={"schemas": _whole})
