"""The files of a desk to whether they are the ones that an earlier run read."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from dateline.read.folder import ReadError, printable
from dateline.read.memory import Memory

RACY: Final = 2 * 10**9
"""Nanoseconds: a file that was changed so shortly before it was looked at may change again under the same time."""
LINK: Final = "link "
FILES: Final = "files"
LARGEST: Final = 64 * 1024**2
"""Bytes up to which a file is told from another by its content and not by its time."""


class Signature(NamedTuple):
    """What tells a file from an older one of the same name."""

    size: int
    """Bytes; -1 for a folder."""
    changed: int
    """Nanoseconds since 1970; 0 where it was changed so lately that its time says nothing."""
    inode: int
    content: str
    """Digest of its content, or where a link leads; empty for a folder."""


Signatures = Mapping[str, Signature]


def _signatures(folder: Path, known: Signatures, now: int) -> Signatures:
    """The signatures of all that stands below a folder, by path from there; the same as `known` where nothing changed.

    Files whose size, time and inode are those of a known signature are not opened. `now` is the time in nanoseconds.
    Raises ReadError where the system refuses a file.
    """
    return dict(_below(os.fspath(folder), "", known, now))


def _below(folder: str, within: str, known: Signatures, now: int) -> Iterator[tuple[str, Signature]]:
    try:
        with os.scandir(folder) as items:
            found = sorted((item for item in items if item.name[0] != "."), key=lambda item: item.name)
        for item in found:
            name = f"{within}{item.name}"
            if item.is_dir(follow_symlinks=False):
                yield name, Signature(-1, 0, 0, "")
                yield from _below(item.path, f"{name}/", known, now)
            else:
                yield name, _of(item, known.get(name), now)
    except OSError as error:
        raise ReadError(printable(within or "."), error.strerror or str(error)) from error


def _of(item: os.DirEntry[str], known: Signature | None, now: int) -> Signature:
    stat = item.stat(follow_symlinks=False)
    changed = stat.st_mtime_ns if stat.st_mtime_ns < now - RACY else 0
    if known is not None and changed and known[:3] == (stat.st_size, changed, stat.st_ino):
        return known
    content = _content(item, stat.st_size)
    return Signature(stat.st_size, changed, stat.st_ino, content)


def _content(item: os.DirEntry[str], size: int) -> str:
    if item.is_symlink():
        return f"{LINK}{Path(item.path).readlink()}"
    if not item.is_file(follow_symlinks=False) or size > LARGEST:
        return ""
    with open(item.path, "rb") as stream:  # noqa: PTH123  # a Path for each of 60,000 files takes as long as reading it
        return blake2b(stream.read(), digest_size=16).hexdigest()


def _written(found: Signatures) -> bytes:
    """Signatures as bytes."""
    return json.dumps({name: list(signature) for name, signature in found.items()}).encode()


def _read_back(data: bytes | None) -> Signatures:
    """Signatures from bytes; none where they make no sense."""
    try:
        found = json.loads(data or b"{}")
        return {name: Signature(int(size), int(at), int(inode), str(content))
                for name, (size, at, inode, content) in found.items()}  # fmt: skip
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}


def current_state(folder: Path, memory: Memory) -> str:
    """A name for all that stands below a folder, the same for the same files; empty where a link makes it uncertain.

    What `memory` knows of the files saves opening them; it knows them as they are now afterwards.
    """
    known = _read_back(memory.get(FILES))
    found = _signatures(folder, known, time.time_ns()) if folder.is_dir() and not folder.is_symlink() else {}
    if found != known:
        memory.put(FILES, [("", _written(found))])
    if not found or any(
        signature.content.startswith(LINK) or not signature.size < LARGEST for signature in found.values()
    ):
        return ""
    named = "\n".join(f"{name} {signature.size} {signature.content}" for name, signature in found.items())
    return blake2b(named.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
