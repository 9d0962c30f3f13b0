"""What was found out about single things to and from the memory of earlier runs, each with all that it depends on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cached_property
from hashlib import blake2b
from typing import Any, Final, TypeVar

from dateline.read.memory import Memory

T = TypeVar("T")
SIZE: Final = 16
"""Bytes of a key."""
WRONG = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What a value may raise that is none of ours."""


class Kept:
    """Values of one kind by name, each under a key over all that it depends on: it is known as long as the key is."""

    def __init__(self, memory: Memory | None, kind: str) -> None:
        self._memory, self._kind = memory, kind
        self._new: dict[str, bytes] = {}

    @cached_property
    def _known(self) -> dict[str, bytes]:
        return dict(self._memory.all(self._kind)) if self._memory else {}

    def known(self, name: str, key: bytes, read: Callable[[Any], T]) -> T | None:
        """What `read` makes of the value; None where none is known under this key, or it makes no sense."""
        row = self._known.get(name)
        if row is None or row[:SIZE] != key:
            return None
        try:
            return read(json.loads(row[SIZE:]))
        except WRONG:
            return None

    def keep(self, name: str, key: bytes, value: object) -> None:
        """Know this next time; `value` is plain data."""
        if self._memory:
            self._new[name] = key + json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")

    def close(self, there: Iterable[str]) -> None:
        """Hand all that is new to the memory; what is known of things that are not `there` any more goes."""
        if self._memory:
            self._memory.drop(self._kind, self._known.keys() - set(there))
            self._memory.put(self._kind, self._new.items())
            self._new = {}


class Lore:
    """The shelves of kept values of one memory; without one, nothing is known and nothing kept."""

    def __init__(self, memory: Memory | None = None) -> None:
        self._memory = memory

    @property
    def lasts(self) -> bool:
        """Whether anything is known, or will be next time."""
        return self._memory is not None

    def of(self, kind: str) -> Kept:
        """Those of one kind."""
        return Kept(self._memory, kind)


NO_LORE: Final = Lore()


def key_of(parts: Iterable[str | bytes]) -> bytes:
    """A key over texts and other keys; another one where any of them is another."""
    found = blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(b"%d " % len(data))
        found.update(data)
    return found.digest()
