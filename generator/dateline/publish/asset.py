"""What a site has besides pages: a path and its bytes."""

from __future__ import annotations

from typing import NamedTuple


class Asset(NamedTuple):
    """One file of the site."""

    path: str
    """Relative to the site, with forward slashes."""
    content: str | bytes
