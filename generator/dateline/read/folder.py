"""A folder of the desk to what stands in it: files and folders by name, links followed only as far as is safe."""

from __future__ import annotations

import enum
import errno
import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.findings import Finding, Place
from dateline.read.faults import ALIKE_NAMES, LINK_OUT_OF_DESK, LINK_TO_NOWHERE, WRONG_FILE_TYPE


class ReadError(Exception):
    """A file or folder of the desk that the system does not let us read."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"could not read {file}: {reason}")


class Kind(enum.Enum):
    """What a name in a folder stands for."""

    FILE = "file"
    FOLDER = "folder"


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A name in a folder."""

    name: str
    file: str
    """Relative to the desk's root, with forward slashes, safe to print."""
    path: Path
    """Where to read it; in a commit, where that has it."""
    kind: Kind

    @property
    def shown(self) -> str:
        """Its name, safe to print."""
        return self.file.rpartition("/")[2]


def entries(folder: Path, file: str, root: Path) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """What stands in a folder, sorted by name, and what is wrong with it; names that begin with a dot are skipped.

    Links are followed within `root`, which is resolved; pipes, sockets and devices are never opened.
    """
    found: list[Entry] = []
    findings: list[Finding] = []
    for item in _scanned(folder, file):
        name = f"{file}/{printable(item.name)}"
        try:
            kind = _kind(item, name, root)
        except OSError as error:
            raise ReadError(name, error.strerror or str(error)) from error
        if isinstance(kind, Finding):
            findings.append(kind)
        else:
            found.append(Entry(name=item.name, file=name, path=folder / item.name, kind=kind))
    kept, clashes = told_apart(found)
    return kept, (*findings, *clashes)


def told_apart(found: list[Entry]) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """Entries without those whose names another file system takes for another's, and a finding for each of these."""
    clashes = dict(_alike(found))
    return tuple(entry for entry in found if entry.name not in clashes), tuple(clashes.values())


def printable(name: str) -> str:
    """A file's name with what a terminal cannot show written as escapes."""
    if name.isascii() and name.isprintable():
        return name
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def _scanned(folder: Path, file: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as items:
            return sorted((item for item in items if item.name[0] != "."), key=lambda item: item.name)
    except OSError as error:
        raise ReadError(file, error.strerror or str(error)) from error


def _kind(item: os.DirEntry[str], file: str, root: Path) -> Kind | Finding:
    if item.is_file(follow_symlinks=False):
        return Kind.FILE
    if item.is_dir(follow_symlinks=False):
        return Kind.FOLDER
    if item.is_symlink():
        return _target(Path(item.path), file, root)
    return _special(item.stat(follow_symlinks=False).st_mode, file)


def _target(link: Path, file: str, root: Path) -> Kind | Finding:
    place = Place(file, 1, 1)
    try:
        target = link.resolve(strict=True)
    except (FileNotFoundError, NotADirectoryError):
        return LINK_TO_NOWHERE.at(place, "this link leads to a file that is not there", "mend or delete it")
    except (OSError, RuntimeError) as error:
        # Python says RuntimeError up to 3.12, and the system's own error from 3.13 on.
        if isinstance(error, OSError) and error.errno != errno.ELOOP:
            raise
        return LINK_TO_NOWHERE.at(place, "this link leads back to itself", "mend or delete it")
    if not target.is_relative_to(root):
        message = "this link leads out of the desk's folder"
        return LINK_OUT_OF_DESK.at(place, message, "put the file itself here")
    if link.parent.resolve().is_relative_to(target):
        message = "this link leads back to a folder that it stands in"
        return LINK_TO_NOWHERE.at(place, message, "delete it")
    mode = target.stat().st_mode
    if stat.S_ISREG(mode):
        return Kind.FILE
    return Kind.FOLDER if stat.S_ISDIR(mode) else _special(mode, file)


def _special(mode: int, file: str) -> Finding:
    known = ((stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"))
    what = next((words for is_that, words in known if is_that(mode)), "a device")
    return WRONG_FILE_TYPE.at(Place(file, 1, 1), f"this is {what}, and is not read", "delete it")


def _alike(found: list[Entry]) -> Iterator[tuple[str, Finding]]:
    """The names that another file system takes for one already seen, each with its finding."""
    seen: dict[str, str] = {}
    # The name in its plain form comes first, so that the odd one is reported.
    for entry in sorted(found, key=lambda entry: (entry.name != _form(entry.name), entry.name)):
        first = seen.setdefault(_form(entry.name), entry.shown)
        if first != entry.shown:
            message = f"“{entry.shown}” and “{first}” are one name on Windows and macOS"
            yield entry.name, ALIKE_NAMES.at(Place(entry.file, 1, 1), message, "rename one of them")


def _form(name: str) -> str:
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()
