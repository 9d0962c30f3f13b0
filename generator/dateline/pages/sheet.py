"""What the press is handed: a page that is made when it is asked for, with a key that says whether it has to be."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from dateline.pages.page import Page

KEY_BYTES = 16


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """One page of the site, perhaps not made yet."""

    path: str
    """Where its Markdown stands, such as `briefs/dushanbe-statement/index.md`."""
    key: str
    """A digest, hexadecimal, of all that the page's bytes and facts depend on: equal keys, equal pages."""
    make: Callable[[], Page]
    """Makes the page; as often as it is called, the same one."""


def sheet_of(page: Page) -> Sheet:
    """A page that is made already; its key is over what it says."""
    key = hashlib.blake2b(repr(page).encode("utf-8", "surrogatepass"), digest_size=KEY_BYTES).hexdigest()
    return Sheet(path=page.path, key=key, make=lambda: page)
