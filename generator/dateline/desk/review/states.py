"""The words of a command line to the two states to compare."""

from __future__ import annotations

import contextlib
from pathlib import Path

from dateline.build import Shared
from dateline.desk.review.state import State, state_at, working_tree
from dateline.model.when import When
from dateline.read.history import HistoryError, Repository


def states(
    root: Path, base: str, head: str | None, *, merge_base: bool, today: When | None = None
) -> tuple[State, State]:
    """The states of a desk before and after a change; without `head` the folder as it is comes after.

    Raises HistoryError where the repository has no such commit, ReadError where a file cannot be read.
    """
    repository = Repository.around(root)
    before = repository.commit(base)
    after = repository.commit(head) if head else None
    if merge_base and (tip := after or repository.head):
        before = repository.common(before, tip)
    shared = Shared()
    return (
        state_at(repository, base, before, today, shared),
        state_at(repository, head, after, today, shared) if head and after else working_tree(root, today, shared),
    )


def since(root: Path, base: str, today: When | None) -> tuple[State, State]:
    """The state where the folder's own changes began, and the folder as it is; raises as `states` does."""
    repository = Repository.around(root)
    before = repository.commit(base)
    with contextlib.suppress(HistoryError):
        # Of a shallow copy, or of one without a common past, what was named is all there is to compare with.
        before = repository.common(before, repository.head or before)
    shared = Shared()
    return state_at(repository, base, before, today, shared), working_tree(root, today, shared)
