"""A generated page in MkDocs' hands to the same page with its HTML made the quick way."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

from dateline.publish.press.sparse import Known, SparseFiles
from dateline.publish.quick.addresses import Addresses
from dateline.publish.quick.rendered import Rendered, Target, UnusualError
from dateline.publish.quick.renderer import Renderer

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

LOG = logging.getLogger("mkdocs.plugins.dateline")


class QuickPages:
    """Gives pages a quick way to their HTML; those that use more than the plain dialect keep MkDocs' own."""

    def __init__(self) -> None:
        self.renderer: Renderer | None = None
        self.addresses: Addresses | None = None

    def begin(self, config: MkDocsConfig, files: Files) -> None:
        """Learn a site's Markdown extensions and addresses."""
        self.addresses = Addresses(known_of(files).get, get_relative_url)
        try:
            self.renderer = Renderer(config.markdown_extensions, config.mdx_configs)
        except UnusualError as error:
            self.renderer = None
            LOG.info("Every page takes the slow way to its HTML: %s", error)

    def quicken(self, page: Page) -> None:
        """Have a page made the quick way, if it can be."""
        page.__class__ = _quick_class(type(page))
        page.quick = self  # type: ignore[attr-defined]

    def rendered(self, markdown: str, path: str) -> Rendered | None:
        """A page's HTML, or None where only the library knows it."""
        if self.renderer is None or self.addresses is None:
            return None
        try:
            return self.renderer.rendered(markdown, path, self.addresses)
        except UnusualError as error:
            LOG.info("%s takes the slow way to its HTML: %s", path, error)
            return None


class _QuickPage:
    """MkDocs' page, but for how its HTML comes about."""

    quick: QuickPages

    def render(self: Page, config: MkDocsConfig, files: Files) -> None:  # type: ignore[misc]
        """Fill in what MkDocs' own method does."""
        assert self.markdown is not None, "the source has been read"
        made = self.quick.rendered(self.markdown, self.file.src_uri)  # type: ignore[attr-defined]
        if made is None:
            super().render(config, files)  # type: ignore[misc]
            return
        self.content, self.toc = made.html, get_toc(made.toc)
        self._title_from_render, self.present_anchor_ids = made.title, {*made.anchors}
        self.links_to_anchors = _links(made.targets, files)


def known_of(files: Files) -> Mapping[str, str] | Known:
    """The addresses of a site's files, but for those that it leaves out."""
    if isinstance(files, SparseFiles):
        return files.known
    return {file.src_uri: file.url for file in files if not file.inclusion.is_excluded()}


def _links(targets: Iterable[Target], files: Files) -> dict[File, dict[str, str]]:
    found: dict[File, dict[str, str]] = {}
    for target in targets:
        file = files.get_file_from_path(target.path)
        assert file is not None, "links to no file are unusual"
        found.setdefault(file, {}).setdefault(target.anchor, target.url)
    return found


def _quick_class(kind: type[Page]) -> type[Page]:
    """A page's own class with the quick way before it; other publishers have classes of their own."""
    if kind not in _CLASSES:
        _CLASSES[kind] = type(f"Quick{kind.__name__}", (_QuickPage, kind), {})
    return _CLASSES[kind]


_CLASSES: dict[type[Page], type[Page]] = {}
