"""What a search finds: one thing of a page, with its words, its address and its facets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FACETS = ("kind", "actor", "source", "topic", "year", "support", "status", "language")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One answer."""

    kind: str
    """`brief`, `claim`, `date`, `actor`, `source`, `question`, `topic`, `article` or `page`."""
    id: str
    """As in `data/*.json`; a page's is its address."""
    url: str
    """Relative to the site, ending in a file or an anchor in one."""
    title: str
    """Plain text; a claim's words, an actor's name."""
    names: str = ""
    """Other names, found as the title is and not shown."""
    text: str = ""
    """Plain text that may be printed."""
    when: str = ""
    """EDTF, or nothing."""
    said: str = ""
    """The same date in words, which are searched too."""
    earliest: int | None = None
    """The first day it may mean, by its number from 1 January of the year 1; None when open or there is no date."""
    latest: int | None = None
    """The last day it may mean."""
    language: str = "en"
    """What its words are stemmed by, BCP 47."""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Values by facet; ids for actors, sources and topics."""

    @property
    def dated(self) -> bool:
        """Whether it has a date at all, be it open at both ends."""
        return bool(self.when)
