"""What an export format is: a page to files beside it, and what pages say to files about all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.pages.page import Page
from dateline.publish.asset import Asset


class Part(NamedTuple):
    """What one page adds to the files of a group."""

    group: str
    """Such as `json/claims`; parts of other groups change nothing of its files."""
    key: str
    """By which the group's files find or order it."""
    text: str
    """As the files have it, or what they need to know, as JSON."""


class Piece(NamedTuple):
    """A file made of parts, once it is asked for."""

    path: str
    key: str
    """All that its bytes depend on, or a digest of that; equal keys, equal bytes."""
    make: Callable[[], str | bytes]


def _none(_: Page) -> Iterable[Asset]:
    return ()


def _no_parts(_: Page) -> Iterable[Part]:
    return ()


Whole = Callable[[Sequence[Part]], Iterable[Piece]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Export:
    """One format."""

    name: str
    """Such as `json`."""
    beside: Callable[[Page], Iterable[Asset]] = _none
    """The files that depend on one page alone."""
    parts: Callable[[Page], Iterable[Part]] = _no_parts
    """What a page adds to files about all pages."""
    wholes: Mapping[str, Whole] = field(default_factory=dict)
    """By group, its parts in the order of pages to files."""

    def assets(self, pages: Iterable[Page]) -> Iterator[Asset]:
        """Every file of the format; goes over the pages once."""
        groups: dict[str, list[Part]] = {group: [] for group in self.wholes}
        for page in pages:
            yield from self.beside(page)
            for part in self.parts(page):
                groups[part.group].append(part)
        for group, whole in self.wholes.items():
            yield from (Asset(piece.path, piece.make()) for piece in whole(groups[group]))


def made(path: str, content: str | bytes) -> Piece:
    """A file that costs less to make than to ask whether it has to be."""
    return Piece(path, "", lambda: content)
