"""A commit to the files that it stores, and to the bytes of each: as data, one call of git for all of them."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Final, NamedTuple

from dateline.read.history import Commit, HistoryError, Repository, command, environment

LINK: Final = "120000"
FILES: Final = frozenset({"100644", "100755"})
PIECE: Final = 2**20
"""Bytes of a file that are in memory at once."""
HEAD: Final = 3
"""What git says before a file: its hash, what it is, and how many bytes."""


class Stored(NamedTuple):
    """One file of a commit."""

    mode: str
    hash: str
    size: int
    """Bytes."""
    path: str
    """Relative to the desk's folder."""


def stored_files(repository: Repository, commit: Commit, names: Sequence[str]) -> Iterator[Stored]:
    """The files of a commit below these names of the desk's folder, or all of it; submodules are left out."""
    wanted = [f"{repository.prefix}{name}" for name in names] or ([repository.prefix] if repository.prefix else [])
    listing = repository.read("ls-tree", "-r", "-l", "-z", "--full-tree", commit.hash, "--", *wanted)
    for line in listing.split(b"\0"):
        head, _, path = line.partition(b"\t")
        if not path:
            continue
        mode, kind, hash_, size = head.decode().split()
        inner = os.fsdecode(path).removeprefix(repository.prefix)
        if kind == "blob" and _is_safe(inner):
            # Of what a partial clone does not hold, git does not know the size.
            yield Stored(mode, hash_, int(size) if size.isdigit() else 0, inner)


def _is_safe(path: str) -> bool:
    """Whether a path stays below the folder it is laid out in; git refuses others, a forged commit may have them."""
    parts = path.split("/")
    return "\\" not in path and not any(part in {"", ".", ".."} or part.lower() == ".git" for part in parts)


def contents(repository: Repository, files: Iterable[Stored]) -> Iterator[tuple[Stored, IO[bytes], int]]:
    """Each file with the stream to read it from, and its size in bytes; each must be read before the next."""
    wanted = list(files)
    if not wanted:
        return
    with tempfile.TemporaryFile() as names:
        # A file and not a pipe: nobody waits for the other while both are full.
        names.write("".join(f"{file.hash}\n" for file in wanted).encode())
        names.seek(0)
        words = command("cat-file", "--batch")
        quiet = subprocess.DEVNULL
        with subprocess.Popen(  # noqa: S603  # git with words of our own and hashes
            words, cwd=repository.root, stdin=names, stdout=subprocess.PIPE, stderr=quiet, env=environment()
        ) as git:
            assert git.stdout is not None, "it is a pipe"
            for file in wanted:
                head = git.stdout.readline().split()
                if len(head) != HEAD:
                    git.kill()
                    remedy = "run: git fetch --refetch --no-filter origin"
                    raise HistoryError(f"this clone does not hold the content of {file.path}; {remedy}")
                yield file, git.stdout, int(head[2])
                git.stdout.read(1)


def pieces(stream: IO[bytes], size: int) -> Iterator[bytes]:
    """A file of so many bytes, a piece after another."""
    while size:
        piece = stream.read(min(size, PIECE))
        if not piece:
            raise HistoryError("git ended before a file did")
        yield piece
        size -= len(piece)
