"""A commit's files to a folder laid out like the desk: no checkout, no filter, no hook, links as they were stored."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from dateline.read.blobs import FILES, LINK, Stored, contents, pieces, stored_files
from dateline.read.history import Commit, Repository
from dateline.read.names import ENDINGS, split

LONGEST_LINK: Final = 4096


@contextlib.contextmanager
def unpacked(repository: Repository, commit: Commit, names: Sequence[str], *, whole: bool = False) -> Iterator[Path]:
    """A folder with some files and folders of a desk as a commit has them; removed afterwards.

    Files that a desk only names, such as images, are empty unless `whole`. Raises HistoryError where git cannot.
    """
    stored = tuple(stored_files(repository, commit, names))
    if any(file.mode == LINK for file in stored):
        # A link may lead to any file of the desk.
        stored = tuple(stored_files(repository, commit, ()))
    with tempfile.TemporaryDirectory(prefix="dateline-") as name:
        folder = Path(name).resolve() / "desk"
        folder.mkdir()
        _lay_out(repository, [file for file in stored if file.mode in FILES], folder, whole=whole)
        # Links come last, so that nothing is ever written through one.
        _lay_out_links(repository, [file for file in stored if file.mode == LINK], folder)
        yield folder


def _lay_out(repository: Repository, files: Sequence[Stored], folder: Path, *, whole: bool) -> None:
    for inner in {file.path.rpartition("/")[0] for file in files}:
        (folder / inner).mkdir(parents=True, exist_ok=True)
    read: list[Stored] = []
    named: list[Stored] = []
    for file in files:
        (read if whole or split(file.path)[1].lower() in ENDINGS else named).append(file)
    for file in named:
        (folder / file.path).touch()
    for file, stream, size in contents(repository, read):
        # Opened here for the first time: on some systems that is what takes long.
        with (folder / file.path).open("wb") as out:
            out.writelines(pieces(stream, size))


def _lay_out_links(repository: Repository, links: Sequence[Stored], folder: Path) -> None:
    for file, stream, size in contents(repository, links):
        target = stream.read(size)
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if size <= LONGEST_LINK and b"\0" not in target and not path.exists():
            path.symlink_to(os.fsdecode(target))
