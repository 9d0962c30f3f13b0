"""A review to what somebody has to answer before it is merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.desk.review.outcome import Owed, Review, Unread
from dateline.desk.review.phrases import NAMES
from dateline.desk.review.story import Item, Section, code, line, quiet, strong
from dateline.desk.review.summary import OF_A_BRIEF, ONE, counted
from dateline.findings import Finding, Place, Severity


def to_answer(review: Review) -> Section:
    """Corrections owed, new errors and warnings, and files that nobody can read."""
    stopping = [found for found in review.new_findings if found.severity is not Severity.HINT]
    items = [
        *_owed(review.owed),
        *map(_finding, stopping),
        *_unread(review.unread_before, "before"),
        *_unread(review.unread_after, "now"),
    ]
    return Section(title=line("To answer before this is merged"), items=tuple(items), urgent=True)


def _owed(owed: Sequence[Owed]) -> Iterator[Item]:
    if not owed:
        return
    remedy = "say what changed and why under “corrections:” of the claim or of its brief"
    below = (
        Item(line(code(item.claim.id), f" {_owed_for(item)} ", quiet(f"{item.claim.file}:{item.line}")))
        for item in owed
    )
    yield Item(line(strong(f"{counted(len(owed), 'correction owed', 'corrections owed')}: "), remedy), tuple(below))


def _owed_for(owed: Owed) -> str:
    names = [NAMES.get(change.field, change.field) for change in owed.changes]
    return f"was published and changed ({', '.join(names)})" if names else "was published and is gone"


def _finding(finding: Finding) -> Item:
    place = finding.at
    assert isinstance(place, Place), "findings shown have their lines"
    remedy = f"; {finding.remedy}" if finding.remedy else ""
    name = strong(f"new {finding.severity} {finding.fault.code} {finding.fault.name}: ")
    return Item(line(name, f"{finding.message}{remedy} ", quiet(f"{place.file}:{place.line}")))


def _unread(unread: Sequence[Unread], when: str) -> Iterator[Item]:
    """Files that nobody can read; what stands in a brief goes with it."""
    for item in unread:
        if item.kind not in OF_A_BRIEF:
            words = f" cannot be read {when}, so that nothing is said of it here; its finding says why "
            yield Item(line(strong(f"{ONE[item.kind]} unread: "), code(item.id), words, quiet(item.file)))
