"""A file's data with faults in it to the record without them, so that what else is wrong there shows at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic import ValidationError

from dateline.findings import At, Finding, Step
from dateline.model import problems
from dateline.model.record import Record

ROUNDS: Final = 20
"""Records stand in one another less deeply; each round frees one level of what made no sense without its part."""
STAND_INS: Final[Mapping[str, str]] = {"kind": "other"} | dict.fromkeys(
    ("title", "name", "asks", "says", "what", "why"), "…"
)
"""What is taken for a missing key, so that the rest of its entry is still looked at; nobody is shown it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """What becomes one record."""

    record: type[Record]
    """The kind of record."""
    id: str
    """The record's id among its kind."""
    data: Any
    """Plain data, as stamped."""
    at: At
    """The file, or the entry in it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """A record and how it came about."""

    record: Any
    """The record; None where nothing of the data makes one."""
    draft: Draft
    """The data it was made of: without what is at fault."""
    faults: tuple[Finding, ...] = ()
    """What was wrong with the data."""
    gaps: tuple[At, ...] = ()
    """Where something was left out."""


def made(draft: Draft) -> Made:
    """The record of a draft; where values are at fault, the one without them."""
    try:
        return Made(record=draft.record.model_validate(draft.data), draft=draft)
    except ValidationError as error:
        return replace(_salvaged(draft, error), faults=problems.findings(error, draft.record, draft.at))


def _salvaged(draft: Draft, error: ValidationError) -> Made:
    gaps: tuple[At, ...] = ()
    for _ in range(ROUNDS if isinstance(draft.data, Mapping) else 0):
        wrong = tuple(_wrong(error, draft))
        draft = replace(draft, data=with_values(draft.data, draft.at, wrong))
        gaps = (*gaps, *(at for at, _ in wrong))
        try:
            return Made(record=draft.record.model_validate(draft.data), draft=draft, gaps=gaps)
        except ValidationError as more:
            error = more
    return Made(record=None, draft=draft, gaps=gaps)


def _wrong(error: ValidationError, draft: Draft) -> Iterator[tuple[At, str | None]]:
    """The places at fault, each with the value to take instead; None for nothing."""
    for problem in error.errors(include_url=False):
        steps = problems.steps(problem)
        key = steps[-1] if steps else ""
        if problem["type"] != "missing":
            yield draft.at.to(*steps), None
        elif key in STAND_INS:
            yield draft.at.to(*steps), STAND_INS[str(key)]
        elif key == "id":
            yield draft.at.to(*steps), "-".join(("unnamed", *map(str, steps[:-1])))
        else:
            yield draft.at.to(*steps[:-1]), None


def with_values(data: Any, at: At, values: Iterable[tuple[At, Any]]) -> Any:
    """Plain data below a place with other values at some; lists keep their positions."""
    fresh = _copied(data)  # once for all values: a copy for each would cost their number squared
    for place, value in values:
        fresh = _put(fresh, place.path[len(at.path) :], value)
    return fresh


def _copied(data: Any) -> Any:
    if isinstance(data, Mapping):
        return {key: _copied(value) for key, value in data.items()}
    return [_copied(item) for item in data] if isinstance(data, list) else data


def _put(data: Any, steps: tuple[Step, ...], value: Any) -> Any:
    """The data with a value put into it."""
    if not steps:
        return value
    first, rest = steps[0], steps[1:]
    if isinstance(first, int):
        if not isinstance(data, list):
            return _put(data, rest, value)
        if first < len(data):
            data[first] = _put(data[first], rest, value)
    elif isinstance(data, dict) and (first in data or (value is not None and not rest)):
        data[first] = _put(data.get(first), rest, value)
    return data
