"""A link in a page's Markdown to the address it has on the site."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from dateline.publish.quick.rendered import Target, UnusualError

OUTSIDE = ("https://", "http://", "mailto:")
UNUSUAL = frozenset("?%:;&\\")
"""Signs of a path that MkDocs takes apart."""


class Addresses:
    """The files of a site and their addresses; ways between them are worked out once a folder."""

    def __init__(self, url_of: Callable[[str], str | None], relative: Callable[[str, str], str]) -> None:
        """`url_of` is a file's address by its path; `relative` is MkDocs' way from one address to another."""
        self.url_of = url_of
        self.relative = relative
        self.ways: dict[tuple[str, str], tuple[str, str]] = {}

    def linker(self, path: str, targets: list[Target]) -> Callable[[str], str]:
        """A function from a page's links to addresses; it adds those with an anchor to `targets`."""
        folder, _, _ = path.rpartition("/")
        parent = folder.rpartition("/")[0]

        def linked(url: str) -> str:
            if url.startswith(OUTSIDE):
                return url
            there, hash_, anchor = url.partition("#")
            if not there:
                targets.append(Target(path, anchor, url))
                return url
            key = (parent, there) if folder.count("/") else (path, there)
            target, way = self.ways.get(key) or self._found(key, path, folder, there)
            if f"{target}/".startswith(f"{folder}/"):
                way = self._way(target, path)  # no other page has this one
            if hash_:
                targets.append(Target(target, anchor, url))
            return f"{way}{hash_}{anchor}"

        return linked

    def _found(self, key: tuple[str, str], path: str, folder: str, there: str) -> tuple[str, str]:
        target = posixpath.normpath(posixpath.join(folder, there))
        if not UNUSUAL.isdisjoint(there) or there.startswith("/"):
            raise UnusualError(f"a link to {there}")
        found = target, self._way(target, path)
        if there.startswith("../" * (folder.count("/") + 1)):  # from the root: the same for all pages at this depth
            self.ways[key] = found
        return found

    def _way(self, target: str, path: str) -> str:
        to, here = self.url_of(target), self.url_of(path)
        if to is None or here is None:
            raise UnusualError(f"a link to {target}, which is no file")
        return self.relative(to, here)
