"""Claims with one question to answers side by side, and whether their figures can all be true."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from dateline.model.claim import Claim, Value
from dateline.model.corpus import Corpus

ABOUT = 0.1
"""How far “about” reaches to each side, as a share of the figure: 170 is about 182, 60 is not about 90."""

MOST_COMPARED = 300
"""Answers to one question that are compared with each other; every further one is shown all the same."""


class Contest(NamedTuple):
    """One question and its answers; no winner is chosen."""

    question: str
    answers: tuple[str, ...]
    """Claims as `slug#id`, by the day they were said, undated ones last."""
    updates: Mapping[str, str]
    """An answer to the later one by the same speaker that takes its place."""
    conflicts: tuple[tuple[str, str], ...]
    """Pairs of answers whose figures cannot both be true; an answer that was updated is in no pair."""
    compatible: bool | None
    """Whether no pair conflicts; None when no two figures can be compared."""


class _Range(NamedTuple):
    unit: str
    low: float
    high: float


def contests(corpus: Corpus) -> Mapping[str, Contest]:
    """Every question, in the order of ids, with what answers it."""
    answers: dict[str, list[Claim]] = {id_: [] for id_ in corpus.questions}
    for claim in corpus.claims.values():
        if claim.answers:
            answers[claim.answers].append(claim)
    return {id_: _contest(id_, found, corpus.questions[id_].unit) for id_, found in answers.items()}


def _contest(id_: str, claims: Iterable[Claim], unit: str | None) -> Contest:
    ordered = sorted(claims, key=_when_said)
    updates = _updates(ordered)
    ranges = {claim.ref: _range(claim.value, unit) for claim in ordered if claim.value and claim.ref not in updates}
    pairs = [
        pair for pair in combinations(list(ranges)[:MOST_COMPARED], 2) if ranges[pair[0]].unit == ranges[pair[1]].unit
    ]
    conflicts = tuple(pair for pair in pairs if not _meet(ranges[pair[0]], ranges[pair[1]]))
    return Contest(id_, tuple(claim.ref for claim in ordered), updates, conflicts, not conflicts if pairs else None)


def _when_said(claim: Claim) -> tuple[object, ...]:
    return (claim.said is None, claim.said.key if claim.said else (), claim.ref)


def _updates(ordered: Sequence[Claim]) -> Mapping[str, str]:
    """A later figure by the same speaker is an update, not a contradiction; so is one whose editor says so."""
    declared = ((link.to, claim.ref) for claim in ordered for link in claim.links if link.as_ == "updates")
    refs = {claim.ref for claim in ordered}
    found = {earlier: later for earlier, later in declared if earlier in refs}
    for earlier, later in combinations(ordered[:MOST_COMPARED], 2):
        same_speaker = earlier.by and set(earlier.by) == set(later.by)
        if same_speaker and earlier.value and later.value and _is_later(earlier, later):
            found[earlier.ref] = later.ref
    return found


def _is_later(earlier: Claim, later: Claim) -> bool:
    if not (earlier.said and later.said and earlier.said.latest and later.said.earliest):
        return False
    return earlier.said.latest < later.said.earliest


def _range(value: Value, unit: str | None) -> _Range:
    low = value.number if value.number is not None else value.low
    high = value.number if value.number is not None else value.high
    least = -math.inf if low is None or value.bound == "at-most" else float(low)
    most = math.inf if high is None or value.bound == "at-least" else float(high)
    if value.bound == "about":
        least, most = least - abs(least) * ABOUT, most + abs(most) * ABOUT
    return _Range(value.unit or unit or "", least, most)


def _meet(one: _Range, other: _Range) -> bool:
    return one.low <= other.high and other.low <= one.high
