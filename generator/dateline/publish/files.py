"""Pages and other files to a folder, whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dateline.pages.page import Page
from dateline.publish.asset import Asset
from dateline.publish.outputs import assets
from dateline.publish.search.made import search_assets

MARK = ".dateline-pages"
"""Says that a folder is ours to replace."""


class FolderTakenError(Exception):
    """The folder to write to holds files that are not ours."""


def write_pages(pages: Sequence[Page], folder: Path) -> int:
    """Write every page and asset below `folder`, as `write_files` does."""
    return write_files(outputs(pages), folder)


def write_files(files: Iterable[Asset], folder: Path) -> int:
    """Write files below `folder`, whole or not at all; returns how many.

    Raises FolderTakenError when the folder has content that this function did not write, OSError when it cannot write.
    """
    refuse_others(folder)
    beside = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    count = _write(files, beside)
    (beside / MARK).write_text("Written by dateline; replaced as a whole the next time.\n", "utf-8")
    replace_folder(beside, folder)
    return count


def refuse_others(folder: Path) -> None:
    """Raises FolderTakenError for a folder that has content and was not written by `write_files`."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise FolderTakenError(folder)


def outputs(pages: Sequence[Page]) -> Iterator[Asset]:
    """Pages and assets as the files that every publisher gets."""
    for page in pages:
        yield Asset(page.path, page.markdown)
    yield from assets(pages)
    yield from search_assets(pages)


def _write(files: Iterable[Asset], folder: Path) -> int:
    count = 0
    for asset in files:
        path = folder / asset.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.content.encode() if isinstance(asset.content, str) else asset.content)
        count += 1
    return count


def replace_folder(new: Path, target: Path) -> None:
    """Put a finished folder in the place of another: the old one is gone only once the new one stands."""
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)
