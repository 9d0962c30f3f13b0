"""Two states of a desk to the findings that the change between them touches."""

from __future__ import annotations

from dateline.build import Desk
from dateline.desk.review.findings import findings_between
from dateline.desk.review.renames import same
from dateline.findings import Finding


def touched(before: Desk, after: Desk) -> tuple[Finding, ...]:
    """Findings of the state after that stand in a file it changed, or that it brought about elsewhere."""
    new, _ = findings_between(before, after, same(before.corpus, after.corpus))
    brought = frozenset(new)
    return tuple(found for found in after.findings if found in brought or _is_changed(found.file, before, after))


def _is_changed(file: str, before: Desk, after: Desk) -> bool:
    one, other = before.corpus.documents.get(file), after.corpus.documents.get(file)
    return one is not None and other is not None and one.text != other.text
