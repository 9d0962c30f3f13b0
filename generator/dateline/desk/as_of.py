"""A day or a commit to the site as the desk was then, made by today's generator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from dateline.model.when import When, WhenError
from dateline.read.history import Commit, HistoryError, Repository
from dateline.read.unpacked import unpacked

DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@contextmanager
def as_it_was(root: Path, moment: str) -> Iterator[tuple[Path, Commit]]:
    """The desk's whole folder as it was at the end of a day (UTC) or in a commit, and which commit that is.

    Raises HistoryError where there was none.
    """
    repository = Repository.around(root)
    commit = repository.at_the_end_of(_day(moment)) if DAY.fullmatch(moment) else repository.commit(moment)
    with unpacked(repository, commit, (), whole=True) as folder:
        yield folder, commit


def _day(moment: str) -> str:
    try:
        return str(When.parse(moment))
    except WhenError as error:
        raise HistoryError(f"“{moment}” is no day; write it like 2021-09-15") from error


def banner(moment: str, commit: Commit) -> str:
    """What every page says of when it is from."""
    kept = When.parse(commit.day).words()
    known, of = (When.parse(moment).words(), f" of {kept}") if DAY.fullmatch(moment) else (kept, "")
    return f"As it was known on {known} (commit {commit.short}{of}). Nothing recorded later is in it."
