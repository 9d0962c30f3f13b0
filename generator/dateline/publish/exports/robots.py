"""A site to its robots.txt: everything may be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.pages.links import ROBOTS
from dateline.pages.page import Page
from dateline.publish.asset import Asset
from dateline.publish.export import Export


def _assets(_: Iterable[Page]) -> Iterator[Asset]:
    yield Asset(ROBOTS, "User-agent: *\nDisallow:\n")


EXPORT = Export(name="robots", assets=_assets)
