"""Two states' findings to those that are new and those that are gone, wherever their lines have moved to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dateline.build import Desk
from dateline.desk.review.renames import Same
from dateline.desk.review.shelves import SHELVES
from dateline.findings import Finding

WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9#/._-]*[A-Za-z0-9]")


class _Key(NamedTuple):
    code: str
    file: str
    message: str


def findings_between(before: Desk, after: Desk, same: Same) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """New findings and gone ones, each in the order of files."""
    files = moved_files(before, after, same)
    names = {**same.renamed, **{old: new for old, new in same.article.items() if old != new}, **files}
    old = [(_Key(found.fault.code, files.get(found.file, found.file), _renamed(found.message, names)), found)
           for found in before.findings]  # fmt: skip
    new = [(_Key(found.fault.code, found.file, found.message), found) for found in after.findings]
    return _surplus(new, old), _surplus(old, new)


def moved_files(before: Desk, after: Desk, same: Same) -> Mapping[str, str]:
    """Files of things in both states that stand elsewhere now."""
    moved: dict[str, str] = {}
    for shelf in SHELVES.values():
        old, new = shelf.records(before.corpus), shelf.records(after.corpus)
        ids: Mapping[str, str] = getattr(same, shelf.word)
        moved |= {
            old[one].at.file: new[other].at.file for one, other in ids.items() if old[one].at.file != new[other].at.file
        }
    return moved


def _renamed(message: str, names: Mapping[str, str]) -> str:
    return WORD.sub(lambda word: names.get(word[0], word[0]), message) if names else message


def _surplus(mine: Iterable[tuple[_Key, Finding]], theirs: Iterable[tuple[_Key, Finding]]) -> tuple[Finding, ...]:
    """Findings that the others do not have, or have fewer of."""
    left = Counter(key for key, _ in theirs)
    found = []
    for key, finding in mine:
        if left[key]:
            left[key] -= 1
        else:
            found.append(finding)
    return tuple(found)
