"""Work to what waits for its outcome, while another process does it and this one goes on."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")


def aside(find: Callable[[], T]) -> Callable[[], T]:
    """What waits for what `find` gives; another process works it out from now on, and hands it over pickled."""
    fork = get_context("fork")
    mine, theirs = fork.Pipe(duplex=False)
    process = fork.Process(target=_send, args=(find, theirs), daemon=True)
    process.start()
    theirs.close()

    def wait() -> T:
        try:
            found: T = mine.recv()
        except (EOFError, OSError):
            # Whatever stopped it there is told here.
            return find()
        process.join()
        return found

    return wait


def _send(find: Callable[[], Any], to: Connection) -> None:
    to.send(find())
