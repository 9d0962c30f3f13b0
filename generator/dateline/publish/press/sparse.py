"""A site's files to a collection that knows our pages without holding them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

BESIDE = frozenset({
    "index.json", "index.jsonld", "cite.bib", "cite.ris", "cite.csl.json", "feed.xml", "planned.ics",
})  # fmt: skip
"""Files that stand beside pages; our own pages link to those only that are there."""


class Known:
    """The addresses of a site's files."""

    def __init__(self, urls: dict[str, str], pages: Iterable[str], *, directory_urls: bool) -> None:
        """`urls` are those that MkDocs has, by file; `pages` are ours, each called index.md."""
        self.urls = {path: _url(path, directory_urls=directory_urls) for path in pages} | urls

    def get(self, path: str) -> str | None:
        """The address of a file, or None where there is no such file."""
        found = self.urls.get(path)
        if found is None:
            folder, _, name = path.rpartition("/")
            beside = f"{folder}/index.md" if folder else "index.md"
            return path if name in BESIDE and beside in self.urls else None
        return found


def _url(path: str, *, directory_urls: bool) -> str:
    if directory_urls:
        return path.removesuffix("index.md") or "./"
    return f"{path.removesuffix('.md')}.html"


class SparseFiles(Files):
    """Files of which most are only known; one that is asked for is there, without content."""

    def __init__(self, files: Iterable[File], config: MkDocsConfig, known: Known) -> None:
        """Hold `files`; `known` are these and the others."""
        super().__init__(files)
        self.config, self.known = config, known
        self.stand_ins: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """The file, or a stand-in for a page of ours."""
        found = super().get_file_from_path(path)
        if found is None and self.known.get(path) is not None:
            if path not in self.stand_ins:
                file = File.generated(self.config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
                self.stand_ins[path] = file
            return self.stand_ins[path]
        return found

    def promote(self, path: str, content: str) -> None:
        """Hold a file that was only known."""
        file = self.stand_ins.pop(path)
        file.content_string, file.generated_by = content, "dateline"
        self.append(file)

    def asked_for(self) -> Sequence[str]:
        """The pages that something led to."""
        return tuple(self.stand_ins)
