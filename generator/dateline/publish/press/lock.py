"""One build of a desk at a time: the others are told which."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # pragma: no cover  # Windows; there, two builds at once are left to their user
    fcntl = None  # type: ignore[assignment]


class BusyError(Exception):
    """Another build has the desk; the message names it."""


def clear_way(file: Path) -> None:
    """Remove what stands where a plain file of ours goes: a folder, or a link that would have us write elsewhere."""
    if file.is_symlink():
        file.unlink()
    elif file.is_dir():
        shutil.rmtree(file)


@contextmanager
def only_one(file: Path) -> Iterator[None]:
    """Hold a lock that ends with the process, however that ends. Raises BusyError, and OSError as for any file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    clear_way(file)
    with file.open("a+", encoding="ascii") as held:
        if fcntl is not None:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                held.seek(0)
                other = held.read().strip() or "unknown"
                raise BusyError(f"another build of this desk is running, process {other}; wait for its end") from error
        held.truncate(0)
        held.write(str(os.getpid()))
        held.flush()
        yield
