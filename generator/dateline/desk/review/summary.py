"""A review to one sentence that says what changes."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.desk.review.change import Change
from dateline.desk.review.outcome import KINDS, Differences, Rests, Review
from dateline.findings import Severity

ONE = {
    "briefs": "brief", "claims": "claim", "dates": "date", "actors": "actor", "sources": "source",
    "articles": "article", "topics": "topic", "questions": "question",
}  # fmt: skip
OF_A_BRIEF = ("claims", "dates", "articles")
"""Kinds that stand in a brief."""

FEWER, MORE = "on fewer origins than before", "on more origins than before"
CONTESTED, UNCONTESTED = "contested now", "no longer contested"
TURNS = {FEWER: ("claim rests", "claims rest"), CONTESTED: ("claim is", "claims are"),
         MORE: ("claim rests", "claims rest"), UNCONTESTED: ("claim is", "claims are")}  # fmt: skip
"""What can become of a claim's support, the gravest first, and how a sentence about it begins."""


def summary(review: Review) -> str:
    """What changes: `2 claims added, 1 claim changed; 1 correction owed; 6 pages change.`."""
    meaning = ", ".join(_meaning(review))
    nothing = "No change in meaning" if review.is_empty else "No change in what is said"
    parts = [meaning or nothing, *_consequences(review)]
    return f"{'; '.join(parts)}."


def _meaning(review: Review) -> Iterator[str]:
    for kind in KINDS:
        found = _told(review, kind)
        renamed = [changed for changed in found.changed if any(map(_is_rename, changed.changes))]
        others = [changed for changed in found.changed if not all(map(_is_rename, changed.changes))]
        counts = (
            (len(found.added), "added"),
            (len(found.removed), "removed"),
            (len(renamed), "renamed"),
            (len(others), "changed"),
        )
        yield from (f"{counted(count, ONE[kind], kind)} {what}" for count, what in counts if count)
    if review.settings:
        yield f"{counted(len(review.settings), 'setting', 'settings')} changed"


def _told(review: Review, kind: str) -> Differences:
    """What became of one kind; what comes and goes with a whole brief is not counted beside it."""
    found = review.kinds[kind]
    if kind not in OF_A_BRIEF:
        return found
    new = {thing.id for thing in review.kinds["briefs"].added}
    gone = {thing.id for thing in review.kinds["briefs"].removed}
    return Differences(
        added=tuple(thing for thing in found.added if home(thing.id) not in new),
        removed=tuple(thing for thing in found.removed if home(thing.id) not in gone),
        changed=found.changed,
    )


def home(id_: str) -> str:
    """The slug of the brief that a claim, date or article is in."""
    return id_.partition("#")[0].partition("/")[0]


def _is_rename(change: Change) -> bool:
    return change.sort == "renamed"


def _consequences(review: Review) -> Iterator[str]:
    turns = [turn(rests) for rests in review.moved]
    for words, (one, more) in TURNS.items():
        if count := turns.count(words):
            yield f"{counted(count, one, more)} {words}"
    for weight in Severity:
        new = sum(found.severity is weight for found in review.new_findings)
        if new:
            yield counted(new, f"new {weight}", f"new {weight}s")
    if review.gone_findings:
        yield f"{counted(len(review.gone_findings), 'finding', 'findings')} gone"
    if review.owed:
        yield counted(len(review.owed), "correction owed", "corrections owed")
    if files := len({item.file for item in review.unread if item.kind not in OF_A_BRIEF}):
        yield f"{counted(files, 'file', 'files')} could not be read"
    if review.pages:
        yield f"{counted(len(review.pages), 'page changes', 'pages change')}"


def turn(rests: Rests) -> str:
    """What became of a claim's support, one of TURNS."""
    assert rests.before, "it is in both states"
    assert rests.after, "it is in both states"
    if rests.after.origins != rests.before.origins:
        return FEWER if rests.after.origins < rests.before.origins else MORE
    return CONTESTED if rests.after.support == "contested" else UNCONTESTED


def counted(count: int, one: str, many: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{count:,} {one if count == 1 else many}"
