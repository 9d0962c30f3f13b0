"""A built site to its checksums, and a site with checksums to the files that are no longer what they were."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

SUMS = "SHA256SUMS"
RECORD = "data/build.json"
LINE = re.compile(r"(\\?)([0-9a-f]{64}) [ *](.+)")
ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
"""What sha256sum writes for these in a file's name; such a line begins with a backslash."""


class ManifestError(Exception):
    """The checksums cannot be understood; the message says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Differences:
    """What a site has become since it was built; paths relative to the site, sorted."""

    differing: tuple[str, ...]
    """Files with other bytes."""
    missing: tuple[str, ...]
    """Files that are gone."""
    extra: tuple[str, ...]
    """Files that were not there."""
    files: int
    """How many files the checksums name."""

    def __bool__(self) -> bool:
        return bool(self.differing or self.missing or self.extra)


def seal(folder: Path, record: Mapping[str, Any]) -> None:
    """Write what was built, and with what, to `data/build.json`, and then the checksums of every file."""
    write_record(folder, record)
    (folder / SUMS).write_bytes(
        checksums((name, digest(folder / name)) for name in file_names(folder)).encode("utf-8", "surrogateescape")
    )


def write_record(folder: Path, record: Mapping[str, Any]) -> None:
    """Write what was built, and with what, to `data/build.json`."""
    path = folder / RECORD
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(record, ensure_ascii=False, sort_keys=True, indent=1) + "\n", "utf-8", newline="\n")


def checksums(digests: Iterable[tuple[str, str]]) -> str:
    """Names with their digests as `sha256sum -c` reads them."""
    return "".join(_line(name, found) for name, found in digests)


def file_names(folder: Path) -> list[str]:
    """Every file below a folder but its checksums, by its path from there, sorted."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
    return sorted(name for name in found if name != SUMS)


def digest(path: Path) -> str:
    """The SHA-256 of a file, 64 hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def verify(folder: Path) -> Differences:
    """Compare a site with its checksums.

    Raises OSError where a file cannot be read, also where there are no checksums, and ManifestError where they are
    none or name a file outside of the site.
    """
    expected = dict(_read((folder / SUMS).read_text("utf-8", "surrogateescape")))
    there = file_names(folder)
    return Differences(
        differing=tuple(name for name in there if name in expected and digest(folder / name) != expected[name]),
        missing=tuple(sorted(expected.keys() - set(there))),
        extra=tuple(name for name in there if name not in expected),
        files=len(expected),
    )


def _line(name: str, found: str) -> str:
    escaped = "".join(ESCAPES.get(char, char) for char in name)
    return f"{'' if escaped == name else chr(92)}{found}  {escaped}\n"


def _read(sums: str) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(sums.rstrip("\n").split("\n"), 1):
        match = LINE.fullmatch(line)
        if match is None:
            raise ManifestError(f"line {number} of {SUMS} is no checksum")
        name = _unescaped(match[3]) if match[1] else match[3]
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
            raise ManifestError(f"line {number} of {SUMS} names a file outside of the site")
        yield name, match[2]


def _unescaped(name: str) -> str:
    return re.sub(r"\\([\\nr])", lambda match: {"n": "\n", "r": "\r"}.get(match[1], "\\"), name)
