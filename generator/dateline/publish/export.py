"""What an export format is: pages to files in that format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dateline.pages.page import Page
from dateline.publish.asset import Asset


@dataclass(frozen=True, kw_only=True, slots=True)
class Export:
    """One format."""

    name: str
    """Such as `json`."""
    assets: Callable[[Iterable[Page]], Iterator[Asset]]
    """The files of all pages in this format; goes over the pages once."""
