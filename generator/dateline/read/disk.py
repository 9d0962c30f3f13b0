"""A folder on a disk to what can be asked of the desk in it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.findings import Finding
from dateline.read.folder import Entry, Kind, ReadError, entries
from dateline.read.ground import Content, missing, outside


class Disk:
    """A desk in a folder; links in it are followed as far as they lead to the desk's own files."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()

    def folder(self, briefs: str) -> Entry | Finding:
        """The folder of the briefs, or why there is none to walk through."""
        folder = self._root / briefs
        if not Path(os.path.realpath(folder)).is_relative_to(self._root):
            return outside(briefs)
        if not folder.exists():
            return missing(briefs)
        kind = Kind.FOLDER if folder.is_dir() else Kind.FILE
        return Entry(name=folder.name, file=briefs, path=folder, kind=kind)

    def entries(self, folder: Entry) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
        """What stands in a folder, sorted by name, and what is wrong with it."""
        return entries(folder.path, folder.file, self._root)

    def contents(self, files: Sequence[Entry], most: int) -> Iterator[tuple[Entry, Content]]:
        """Each file with what it holds, in order; ReadError where the system refuses one."""
        return ((entry, _content(entry, most)) for entry in files)

    def sha256(self, file: Entry) -> str:
        """The SHA-256 of a file; ReadError where the system refuses it."""
        try:
            with file.path.open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise ReadError(file.file, error.strerror or str(error)) from error


def _content(entry: Entry, most: int) -> Content:
    try:
        with entry.path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            return Content(size, stream.read() if size <= most else None)
    except OSError as error:
        raise ReadError(entry.file, error.strerror or str(error)) from error
