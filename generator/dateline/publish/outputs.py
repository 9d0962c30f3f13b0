"""Pages to everything a site has besides them: exports, styles and scripts of ours."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from dateline.model.words.catalogue import ENGLISH
from dateline.pages.page import Page
from dateline.publish import exports as exports_folder
from dateline.publish.asset import Asset
from dateline.publish.export import Export
from dateline.publish.redirects import redirects
from dateline.publish.web_words import words_script

WEB = "dateline"
"""The folder of the site that holds our styles and scripts."""
SAYING = "words.js"
"""The script by which all others say something; with its messages it depends on the language."""
SEARCH_PROGRAM = f"{WEB}/search"
"""Scripts that the boot part of the search index holds already."""
STYLES, SCRIPTS, PICTURES = f"{WEB}/dateline.css", f"{WEB}/dateline.js", f"{WEB}/picture.js"
FIRST = f"{WEB}/scope.js"
"""What runs before a page is painted."""
JOINED = {
    STYLES: ("dateline.css", "icons.css", "search.css", "reading.css"),
    FIRST: ("scope.js", "palette.js"),
    SCRIPTS: (SAYING, "preview.js", "search.js", "search-box.js", "paper.js"),
    PICTURES: ("timeline.js", "zoom.js"),
}
"""What is loaded together: one file instead of several, each of which would be waited for; in the order they run."""
PARTS = frozenset(name for names in JOINED.values() for name in names)


@cache
def exports() -> tuple[Export, ...]:
    """Every export in the folder, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(exports_folder.__path__))
    return tuple(importlib.import_module(f"{exports_folder.__name__}.{name}").EXPORT for name in names)


def assets(pages: Sequence[Page]) -> Iterator[Asset]:
    """The exports of all pages, redirects from old addresses, then our own styles and scripts."""
    yield from exported(pages)
    yield from redirects(pages)
    yield from web_assets(pages[0].facts.language if pages else ENGLISH)


def exported(pages: Sequence[Page]) -> Iterator[Asset]:
    """Every file of every export."""
    for export in exports():
        yield from export.assets(pages)


def web_assets(language: str) -> Iterator[Asset]:
    """The browser's side: every file of the package's `web` folder, those that are loaded together as one."""
    folder = resources.files("dateline") / "web"
    for path, names in JOINED.items():
        texts = (words_script(language) if name == SAYING else (folder / name).read_text("utf-8") for name in names)
        yield Asset(path, "\n".join(texts))
    yield from _below(folder, WEB)


def _below(folder: Traversable, path: str) -> Iterator[Asset]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        here = f"{path}/{entry.name}"
        if here == SEARCH_PROGRAM or here.removeprefix(f"{WEB}/") in PARTS:
            continue
        if entry.is_dir():
            yield from _below(entry, here)
        else:
            yield Asset(here, entry.read_bytes())
