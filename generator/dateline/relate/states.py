"""Two states of a desk to whether what stands in both is the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def are_same(some: Mapping[str, object], others: Mapping[str, object], keys: Iterable[str] | None = None) -> bool:
    """Whether these things, or all that either state has, are the very same in both."""
    asked = {*some, *others} if keys is None else keys
    return all(key in some and some[key] is others.get(key) for key in asked)
