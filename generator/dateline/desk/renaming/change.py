"""A change of several files to a difference that people read, and to the files themselves: all of them or none."""

from __future__ import annotations

import difflib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What becomes of a desk's files."""

    contents: Mapping[str, bytes]
    """What is in a file from now on, by the name it has today; a file that is not there is made."""
    moves: tuple[tuple[str, str], ...] = ()
    """Files and folders that get another name, after their contents have changed."""
    gone: tuple[str, ...] = ()
    """Files that are deleted."""

    def name_of(self, file: str) -> str:
        """What a file is called once everything has moved."""
        for old, new in self.moves:
            if file == old or file.startswith(f"{old}/"):
                return new + file[len(old) :]
        return file


def difference(root: Path, change: Change) -> str:
    """A change in the form that `git apply` reads."""
    parts = [part for old, new in sorted(_named(root, change)) for part in _file(root, change, old, new)]
    return "".join(parts)


def carry_out(root: Path, change: Change) -> None:
    """Change the files; where the system refuses one, all are as they were. Raises OSError then."""
    with TemporaryDirectory(prefix=".dateline-", dir=root) as folder, _undone_on_error() as undo:
        # All that can fill a disk comes first; what follows gives files other names.
        staged = {name: _staged(root / name, Path(folder) / f"new-{number}", content)
                  for number, (name, content) in enumerate(change.contents.items())}  # fmt: skip
        for name, new in staged.items():
            path = (root / name).resolve()
            if path.exists():
                _move(path, new.with_name(new.name.replace("new", "old")), undo)
            _move(new, path, undo)
        for number, name in enumerate(change.gone):
            _move(root / name, Path(folder) / f"gone-{number}", undo)
        for old, new_name in change.moves:
            (root / new_name).parent.mkdir(parents=True, exist_ok=True)
            _move(root / old, root / new_name, undo)
    for old, _ in change.moves:
        if not any((root / old).parent.iterdir()):
            (root / old).parent.rmdir()


Undo = list[Callable[[], object]]


@contextmanager
def _undone_on_error() -> Iterator[Undo]:
    undo: Undo = []
    finished = False
    try:
        yield undo
        finished = True
    finally:
        for step in () if finished else reversed(undo):
            step()


def _staged(path: Path, new: Path, content: bytes) -> Path:
    new.write_bytes(content)
    if path.exists():
        shutil.copymode(path, new)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
    return new


def _move(old: Path, new: Path, undo: Undo) -> None:
    old.rename(new)
    undo.append(lambda: new.rename(old))


def _named(root: Path, change: Change) -> Iterator[tuple[str, str]]:
    """Each file that is not what it was, with its new name; empty for one that is deleted."""
    names = dict.fromkeys(change.contents)
    for old, _ in change.moves:
        path = root / old
        found = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
        names |= dict.fromkeys(one.relative_to(root).as_posix() for one in found)
    yield from ((name, change.name_of(name)) for name in names)
    yield from ((name, "") for name in change.gone)


def _file(root: Path, change: Change, old: str, new: str) -> Iterator[str]:
    there = (root / old).exists()
    yield f"diff --git a/{old} b/{new or old}\n"
    if not there:
        yield "new file mode 100644\n"
    elif not new:
        mode = "100755" if os.access(root / old, os.X_OK) else "100644"
        yield f"deleted file mode {mode}\n"
    elif new != old:
        yield f"rename from {old}\nrename to {new}\n"
    if new and old not in change.contents:
        return
    before = _lines((root / old).read_bytes()) if there else []
    after = _lines(change.contents[old]) if new else []
    names = (f"a/{old}" if there else "/dev/null", f"b/{new}" if new else "/dev/null")
    for line in difflib.unified_diff(before, after, *names):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(content: bytes) -> list[str]:
    """Lines as git counts them: a carriage return is part of its line."""
    parts = content.decode("utf-8").split("\n")
    return [f"{line}\n" for line in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
