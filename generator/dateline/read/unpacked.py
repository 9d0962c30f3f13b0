"""A commit's files to a folder laid out like the desk: no checkout, no filter, no hook, links as they were stored."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Final, NamedTuple

from dateline.read.history import Commit, HistoryError, Repository, command, environment
from dateline.read.names import ENDINGS, split

LINK: Final = "120000"
FILES: Final = frozenset({"100644", "100755"})
LONGEST_LINK: Final = 4096
PIECE: Final = 2**20
"""Bytes of a file that are in memory at once."""
HEAD: Final = 3
"""What git says before a file: its hash, what it is, and how many bytes."""


class Stored(NamedTuple):
    """One file of a commit."""

    mode: str
    hash: str
    path: str
    """Relative to the desk's folder."""


@contextlib.contextmanager
def unpacked(repository: Repository, commit: Commit, names: Sequence[str], *, whole: bool = False) -> Iterator[Path]:
    """A folder with some files and folders of a desk as a commit has them; removed afterwards.

    Files that a desk only names, such as images, are empty unless `whole`. Raises HistoryError where git cannot.
    """
    stored = tuple(_stored(repository, commit, names))
    if any(file.mode == LINK for file in stored):
        # A link may lead to any file of the desk.
        stored = tuple(_stored(repository, commit, ()))
    with tempfile.TemporaryDirectory(prefix="dateline-") as name:
        folder = Path(name).resolve() / "desk"
        folder.mkdir()
        _lay_out(repository, [file for file in stored if file.mode in FILES], folder, whole=whole)
        # Links come last, so that nothing is ever written through one.
        _lay_out_links(repository, [file for file in stored if file.mode == LINK], folder)
        yield folder


def _stored(repository: Repository, commit: Commit, names: Sequence[str]) -> Iterator[Stored]:
    """The files of a commit below these names of the desk's folder, or all of it; submodules are left out."""
    wanted = [f"{repository.prefix}{name}" for name in names] or ([repository.prefix] if repository.prefix else [])
    listing = repository.read("ls-tree", "-r", "-z", "--full-tree", commit.hash, "--", *wanted)
    for line in listing.split(b"\0"):
        head, _, path = line.partition(b"\t")
        if not path:
            continue
        mode, kind, hash_ = head.decode().split(" ")
        inner = os.fsdecode(path).removeprefix(repository.prefix)
        if kind == "blob" and _is_safe(inner):
            yield Stored(mode, hash_, inner)


def _is_safe(path: str) -> bool:
    """Whether a path stays below the folder it is laid out in; git refuses others, a forged commit may have them."""
    parts = path.split("/")
    return "\\" not in path and not any(part in {"", ".", ".."} or part.lower() == ".git" for part in parts)


def _lay_out(repository: Repository, files: Sequence[Stored], folder: Path, *, whole: bool) -> None:
    for inner in {file.path.rpartition("/")[0] for file in files}:
        (folder / inner).mkdir(parents=True, exist_ok=True)
    read: list[Stored] = []
    named: list[Stored] = []
    for file in files:
        (read if whole or split(file.path)[1].lower() in ENDINGS else named).append(file)
    for file in named:
        (folder / file.path).touch()
    for file, stream, size in _contents(repository, read):
        # Opened here for the first time: on some systems that is what takes long.
        with (folder / file.path).open("wb") as out:
            _copy(stream, out, size)


def _lay_out_links(repository: Repository, links: Sequence[Stored], folder: Path) -> None:
    for file, stream, size in _contents(repository, links):
        target = stream.read(size)
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if size <= LONGEST_LINK and b"\0" not in target and not path.exists():
            path.symlink_to(os.fsdecode(target))


def _contents(repository: Repository, files: Iterable[Stored]) -> Iterator[tuple[Stored, IO[bytes], int]]:
    """Each file with the stream to read it from, and its size in bytes; each must be read before the next."""
    wanted = list(files)
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


def _copy(stream: IO[bytes], out: IO[bytes], size: int) -> None:
    while size:
        piece = stream.read(min(size, PIECE))
        if not piece:
            raise HistoryError("git ended before a file did")
        out.write(piece)
        size -= len(piece)
