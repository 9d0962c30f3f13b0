"""A commit to what can be asked of the desk in it: nothing is checked out, and nothing is laid out on the disk."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from pathlib import Path

from dateline.findings import Finding
from dateline.read.blobs import FILES, LINK, Stored, contents, pieces, stored_files
from dateline.read.folder import Entry, Kind, printable, told_apart
from dateline.read.ground import Content, missing, outside
from dateline.read.history import Commit, Repository


class Committed:
    """A desk in a commit without links; `known` holds what was read of other commits, by hash."""

    def __init__(self, repository: Repository, files: Iterable[Stored], known: MutableMapping[str, bytes]) -> None:
        self._repository = repository
        self._files = {file.path: file for file in files}
        self._folders = _folders(self._files)
        self._known = known

    def folder(self, briefs: str) -> Entry | Finding:
        """The folder of the briefs, or why there is none to walk through."""
        path = posixpath.normpath(briefs)
        if _is_outside(path):
            return outside(briefs)
        if path not in self._folders and path not in self._files:
            return missing(briefs)
        kind = Kind.FOLDER if path in self._folders else Kind.FILE
        return Entry(name=path.rpartition("/")[2], file=briefs, path=Path(path), kind=kind)

    def entries(self, folder: Entry) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
        """What stands in a folder, sorted by name; names that begin with a dot are skipped."""
        inside = self._folders[folder.path.as_posix()]
        return told_apart([
            Entry(name=name, file=f"{folder.file}/{printable(name)}", path=folder.path / name, kind=kind)
            for name, kind in sorted(inside.items())
            if name[0] != "."
        ])  # fmt: skip

    def contents(self, files: Sequence[Entry], most: int) -> Iterator[tuple[Entry, Content]]:
        """Each file with what it holds, in order; HistoryError where this clone does not hold one."""
        wanted = [(entry, self._files[entry.path.as_posix()]) for entry in files]
        self._fetch(file for _, file in wanted if file.size <= most)
        for entry, file in wanted:
            yield entry, Content(file.size, self._known[file.hash] if file.size <= most else None)

    def sha256(self, file: Entry) -> str:
        """The SHA-256 of a file; HistoryError where this clone does not hold it."""
        digest = hashlib.sha256()
        for _, stream, size in contents(self._repository, [self._files[file.path.as_posix()]]):
            for piece in pieces(stream, size):
                digest.update(piece)
        return digest.hexdigest()

    def _fetch(self, files: Iterable[Stored]) -> None:
        new = {file.hash: file for file in files if file.hash not in self._known}
        for file, stream, size in contents(self._repository, new.values()):
            self._known[file.hash] = b"".join(pieces(stream, size))


def committed(
    repository: Repository, commit: Commit, briefs: str, known: MutableMapping[str, bytes]
) -> Committed | None:
    """The desk in a commit; None where links stand in it, which only a disk can follow."""
    path = posixpath.normpath(briefs)
    names = () if path == "." else (path,)
    stored = () if _is_outside(path) else tuple(stored_files(repository, commit, names))
    if any(file.mode == LINK for file in stored):
        return None
    return Committed(repository, (file for file in stored if file.mode in FILES), known)


def _is_outside(path: str) -> bool:
    return path == ".." or path.startswith(("../", "/"))


def _folders(files: Iterable[str]) -> Mapping[str, Mapping[str, Kind]]:
    """What stands in each folder."""
    found: dict[str, dict[str, Kind]] = {}
    for path in files:
        folder, _, name = path.rpartition("/")
        kind = Kind.FILE
        while name not in found.setdefault(folder or ".", {}):
            found[folder or "."][name] = kind
            if not folder:
                break
            folder, _, name = folder.rpartition("/")
            kind = Kind.FOLDER
    return found
