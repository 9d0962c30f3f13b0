"""Dates in brackets to the set they are: one of them, or all of them."""

from __future__ import annotations

from dateline.model.edtf.fault import WhenError
from dateline.model.edtf.parts import Choice, Point, Run
from dateline.model.edtf.point import read_member

_DOTS = ".."
_CLOSING = {"[": "]", "{": "}"}


def read_choice(text: str) -> Choice:
    """The set that a text beginning with a bracket is; raises WhenError."""
    closing = _CLOSING[text[0]]
    if text[-1] != closing:
        raise WhenError(text, len(text), f"a set that begins with {text[0]} ends with {closing}")
    members, last = [], len(text) - 1
    start = 1
    while start <= last:
        end = text.find(",", start)
        end = last if end < 0 else end
        members.append(_member(text, start, end))
        start = _after_blanks(text, end + 1, last)
    return Choice(text[0] == "{", tuple(members))


def _after_blanks(text: str, start: int, last: int) -> int:
    """After a comma the standard's own examples have a blank in some places and none in others."""
    while start < last and text[start] == " ":
        start += 1
    return start


def _member(text: str, start: int, end: int) -> Point | Run:
    dots = text.find(_DOTS, start, end)
    if dots < 0:
        return read_member(text, start, end)
    if dots == start and start > 1:
        raise WhenError(text, dots, "dots without an earlier date stand at the beginning of a set only")
    if dots + len(_DOTS) == end and end != len(text) - 1:
        raise WhenError(text, dots, "dots without a later date stand at the end of a set only")
    first = read_member(text, start, dots) if dots > start else None
    last = read_member(text, dots + len(_DOTS), end) if dots + len(_DOTS) < end else None
    return _run(text, dots, first, last)


def _run(text: str, dots: int, first: Point | None, last: Point | None) -> Run:
    if first is None and last is None:
        raise WhenError(text, dots, "dots have a date before or after them")
    if first and last:
        if first.precision is not last.precision:
            raise WhenError(
                text, dots, "dots stand between two dates of one precision: two years, two months, two days"
            )
        if last.latest < first.earliest:
            raise WhenError(text, dots + len(_DOTS), "the later date stands after the dots")
    return Run(first, last)
