"""Files that changed to a whole site in its place: the tree before last is brought up to date and exchanged for it."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from dateline.publish.manifest import SUMS, digest

EXCHANGE, HERE = 2, -100
"""RENAME_EXCHANGE and AT_FDCWD of Linux."""


class MissingError(Exception):
    """A file that the last build made is no longer in its tree."""


def identity(tree: Path) -> str:
    """What tells a finished tree from others: a digest of its checksums; empty where it has none."""
    try:
        return digest(tree / SUMS)
    except OSError:
        return ""


def tampered(tree: Path, digests: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The files of a finished tree that are no longer what they were, or are gone; and those that were not there.

    Only what the system says was touched after the checksums were written is read; a program can set the time of a
    file's content as it likes, but not that of the file.
    """
    sealed, missing = (tree / SUMS).lstat().st_ctime_ns, {*digests}
    changed, strange = [], []
    for name, entry in _entries(tree, ""):
        missing.discard(name)
        if name not in digests:
            strange.append(name)
        elif entry.is_symlink() or _is_touched(entry, sealed, digests[name]):
            changed.append(name)
    return sorted([*changed, *missing]), sorted({*strange} - {SUMS})


def _entries(folder: Path, below: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(folder / entry.name, f"{below}{entry.name}/")
            else:
                yield below + entry.name, entry


def _is_touched(entry: os.DirEntry[str], sealed: int, expected: str) -> bool:
    return entry.stat(follow_symlinks=False).st_ctime_ns > sealed and digest(Path(entry.path)) != expected


def bring_up(
    tree: Path, base: Path, fresh: Path, names: Iterable[str], changed: Iterable[str], older: Iterable[str]
) -> None:
    """Make a tree hold just `names` and no checksums yet, in proportion to what differs.

    `changed` are taken out of the folder `fresh`; of the others, `older` are taken over from `base` anew, the rest
    where they are missing. Begun, the tree has no checksums, so that nobody takes it for whole after a kill.
    """
    (tree / SUMS).unlink(missing_ok=True)
    for name in changed:
        _into(tree / name)
        _move(fresh / name, tree / name)
    moved = set(changed)
    for name in older:
        if name not in moved:
            _take(base / name, tree / name)
    _only(tree, base, set(names))


def _only(tree: Path, base: Path, names: set[str]) -> None:
    """Take over what is missing of `names`, and remove all else: files of others, folders without files."""
    there = set()
    for folder, folders, files in os.walk(tree, topdown=False):
        below = os.path.relpath(folder, tree)
        for file in files:
            name = file if below == "." else f"{below}/{file}".replace(os.sep, "/")
            if name in names:
                there.add(name)
            else:
                Path(folder, file).unlink()
        for each in folders:
            if Path(folder, each).is_symlink():
                Path(folder, each).unlink()
        if not files or not any(os.scandir(folder)):
            with suppress(OSError):
                Path(folder).rmdir()
    for name in names - there:
        _take(base / name, tree / name)


def _take(there: Path, here: Path) -> None:
    """The same file in another tree; a copy where the system links none."""
    _into(here)
    here.unlink(missing_ok=True)
    try:
        os.link(there, here)
    except FileNotFoundError as error:
        raise MissingError(there) from error
    except OSError:
        shutil.copy2(there, here)


def _move(there: Path, here: Path) -> None:
    try:
        there.replace(here)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        here.unlink(missing_ok=True)
        shutil.move(there, here)


def _into(file: Path) -> None:
    """Make room for a file: its folder, and no folder in its place."""
    if file.is_dir() and not file.is_symlink():
        shutil.rmtree(file)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        for parent in reversed(file.parents):
            if parent.is_file() or parent.is_symlink():
                parent.unlink()
        file.parent.mkdir(parents=True, exist_ok=True)


def exchange(tree: Path, target: Path) -> None:
    """Put a finished tree in the place of another, which then stands where it stood; at once where the system can."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if not os.path.lexists(target):
        tree.rename(target)
    elif not _exchanged(tree, target):
        beside = tree.with_name(f"{tree.name}.old")
        shutil.rmtree(beside, ignore_errors=True)
        target.rename(beside)
        tree.rename(target)
        beside.rename(tree)


def recover(tree: Path, target: Path) -> None:
    """Put the last good site back where a kill came between the two renames of a system that cannot exchange."""
    beside = tree.with_name(f"{tree.name}.old")
    if beside.is_dir() and not target.exists():
        beside.rename(target)


def _exchanged(one: Path, other: Path) -> bool:
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return rename is not None and rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0
