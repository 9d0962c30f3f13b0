"""The installed programs whose files a site contains to their licences as one text."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import metadata, resources
from importlib.resources.abc import Traversable

NAMES = ("LICEN", "COPYING", "NOTICE")
DISTRIBUTIONS = ("dateline", "mkdocs", "mkdocs-material")
"""Whose scripts, styles or texts are copied into a site."""
HEAD = """\
This site was made by dateline and other programs. Their styles, scripts and
icons are in it, under the licences below. What the pages say is the desk's own,
or is quoted from the articles that the pages name, under those articles' rights.
"""


def licences() -> str:
    """Every licence, each under the name of what it is for."""
    parts = [*_installed(), *_icons(), *_vendored()]
    return HEAD + "".join(f"\n\n{'=' * 72}\n{title}\n{'=' * 72}\n\n{text.strip()}\n" for title, text in parts)


def _installed() -> Iterator[tuple[str, str]]:
    for name in DISTRIBUTIONS:
        distribution = metadata.distribution(name)
        title = f"{name} {distribution.version}"
        texts = [
            path.read_text("utf-8")
            for path in sorted(distribution.files or (), key=str)
            if ".dist-info" in str(path) and path.name.upper().startswith(NAMES)
        ]
        yield title, "\n".join(texts) or "It was installed without the text of its licence."


def _icons() -> Iterator[tuple[str, str]]:
    """The sets that Material takes the icons on its pages from."""
    for folder in _sorted(resources.files("material") / "templates" / ".icons"):
        for file in _sorted(folder) if folder.is_dir() else ():
            if file.name.upper().startswith("LICENSE") and not file.name.endswith(".svg"):
                yield f"Icons: {folder.name}", file.read_text("utf-8")


def _vendored() -> Iterator[tuple[str, str]]:
    for file in _sorted(resources.files("dateline") / "web" / "vendor"):
        if file.name.endswith("-LICENSE.txt"):
            yield file.name.removesuffix("-LICENSE.txt"), file.read_text("utf-8")


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda entry: entry.name)
