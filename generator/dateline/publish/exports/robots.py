"""A site to its robots.txt: everything may be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.pages.links import ROBOTS
from dateline.publish.export import Export, Part, Piece, made


def _whole(_: Sequence[Part]) -> Iterator[Piece]:
    yield made(ROBOTS, "User-agent: *\nDisallow:\n")


EXPORT = Export(name="robots", wholes={"robots": _whole})
