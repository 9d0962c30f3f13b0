"""A review to JSON for a machine: sorted, the same bytes for the same two states."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from dateline.desk.report import as_row as finding_row
from dateline.desk.review.change import as_row as change_row
from dateline.desk.review.outcome import KINDS, Differences, Owed, Rests, Review, Unread, Weight, changed_row, thing_row
from dateline.desk.review.state import State


def as_json(data: Mapping[str, Any]) -> str:
    """The review as text."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_data(review: Review) -> dict[str, Any]:
    """The review as product.md names its parts."""
    kinds = {kind: _differences(review.kinds[kind]) for kind in KINDS}
    return {
        "base": _state(review.before),
        "head": _state(review.after),
        **kinds,
        "settings": [change_row(change) for change in review.settings],
        "support": _support(review.support),
        "findings": {
            "new": [finding_row(finding) for finding in review.new_findings],
            "gone": [finding_row(finding) for finding in review.gone_findings],
        },
        "corrections": [_owed(owed) for owed in review.owed],
        "pages": [page._asdict() for page in review.pages],
        "unread": {"before": _unread(review.unread_before), "after": _unread(review.unread_after)},
    }


def _state(state: State) -> dict[str, Any]:
    return {"name": state.name, "commit": state.commit.hash if state.commit else None}


def _differences(found: Differences) -> dict[str, Any]:
    return {
        "added": [thing_row(thing) for thing in found.added],
        "removed": [thing_row(thing) for thing in found.removed],
        "changed": [changed_row(changed) for changed in found.changed],
    }


def _support(support: Iterable[Rests]) -> dict[str, Any]:
    found = tuple(support)
    return {
        "added": [
            {"id": rests.claim.id, **_weight(rests.after)} for rests in found if rests.after and not rests.before
        ],
        "removed": [
            {"id": rests.claim.id, **_weight(rests.before)} for rests in found if rests.before and not rests.after
        ],
        "changed": [
            {"id": rests.claim.id, "before": _weight(rests.before), "after": _weight(rests.after)}
            for rests in found
            if rests.before and rests.after
        ],
    }


def _weight(weight: Weight | None) -> dict[str, Any]:
    return weight._asdict() if weight else {}


def _owed(owed: Owed) -> dict[str, Any]:
    return thing_row(owed.claim) | {"line": owed.line, "changes": [change_row(change) for change in owed.changes]}


def _unread(found: Iterable[Unread]) -> list[dict[str, Any]]:
    return [unread._asdict() for unread in found]
