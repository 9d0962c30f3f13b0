"""Changes of published claims to the corrections that readers are owed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from dateline.check.corrections import ledger
from dateline.desk.review.change import Sort
from dateline.desk.review.outcome import Changed, Differences, Owed
from dateline.desk.review.renames import Same
from dateline.desk.review.rows import row_of
from dateline.model.brief import Brief
from dateline.model.claim import Claim
from dateline.model.corpus import Corpus

TOLD: Final = frozenset[Sort]({"reworded", "figure", "date", "grade"})
"""What readers are told of: a claim's text, value, date or grade."""


def owed(before: Corpus, after: Corpus, same: Same, claims: Differences) -> Iterator[Owed]:
    """Claims that readers could read, that say something else now, and have no new entry in any ledger."""
    for changed in claims.changed:
        if found := _of_changed(changed, before, after):
            yield found
    homes = same.brief
    for thing in claims.removed:
        claim = before.claims[thing.id]
        brief = after.briefs.get(homes.get(claim.brief, ""))
        if _was_read(before, claim) and brief and _is_public(brief) and not _answers(before.briefs[claim.brief], brief):
            yield Owed(thing._replace(file=brief.at.file), (), 1)


def _of_changed(changed: Changed, before: Corpus, after: Corpus) -> Owed | None:
    told = tuple(change for change in changed.changes if change.sort in TOLD)
    old, new = before.claims[changed.was], after.claims[changed.thing.id]
    if not told or not (_was_read(before, old) and _was_read(after, new)):
        return None
    if _answers(before.briefs[old.brief], after.briefs[new.brief]):
        return None
    return Owed(changed.thing, told, _line(after, new))


def _was_read(corpus: Corpus, claim: Claim) -> bool:
    return claim.state == "published" and _is_public(corpus.briefs[claim.brief])


def _is_public(brief: Brief) -> bool:
    return not brief.unpublished


def _answers(before: Brief, after: Brief) -> bool:
    """Whether the ledger of a brief or of one of its claims has an entry that it did not have."""
    return bool(_entries(after) - _entries(before))


def _entries(brief: Brief) -> set[str]:
    return {json.dumps(row_of(entry), sort_keys=True) for _, entry in ledger(brief)}


def _line(corpus: Corpus, claim: Claim) -> int:
    return corpus.documents[claim.at.file].place(claim.at).line
