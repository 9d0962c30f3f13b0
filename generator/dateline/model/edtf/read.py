"""Any EDTF text to its parts."""

from __future__ import annotations

from dateline.model.edtf.fault import WhenError
from dateline.model.edtf.moment import read_moment
from dateline.model.edtf.parts import Bounds, Choice, End, Moment, Point, Reading, Run, Span
from dateline.model.edtf.point import read_member, read_point
from dateline.model.edtf.sets import read_choice

LONGEST = 200
"""Characters; a set of eighteen days, more than anybody can read as one date."""
_ENDS = {end.value: end for end in End}


def read(text: str) -> Reading:
    """What an EDTF text of level 0, 1 or 2 says; raises WhenError."""
    if len(text) > LONGEST:
        raise WhenError(text, LONGEST, f"it is longer than {LONGEST} characters")
    if not text:
        raise WhenError(text, 0, "it is empty")
    if text[0] in "[{":
        return read_choice(text)
    if "/" in text:
        return _span(text)
    if "T" in text:
        return read_moment(text)
    return read_point(text, 0, len(text))


def bounds(reading: Reading) -> Bounds:
    """The first and the last day that it may mean; None where that is open or unknown."""
    match reading:
        case Point():
            return reading.earliest, reading.latest
        case Moment():
            return reading.point.earliest, reading.point.latest
        case Span():
            start, end = reading
            return (
                start.earliest if isinstance(start, Point) else None,
                end.latest if isinstance(end, Point) else None,
            )
        case Choice():
            return _outermost([_member_bounds(member) for member in reading.members])


def level(reading: Reading) -> int:
    """The lowest level of EDTF that has this form: 0, 1 or 2."""
    match reading:
        case Point():
            return reading.level
        case Moment():
            return reading.point.level
        case Span():
            return max(_end_level(end) for end in reading)
        case Choice():
            return 2


def sign(reading: Reading) -> int:
    """What is uncertain or approximate about any part of it."""
    together = 0
    for point in _points(reading):
        together |= point.sign
    return together


def _span(text: str) -> Span:
    middle = text.index("/")
    if "/" in text[middle + 1 :]:
        raise WhenError(text, text.index("/", middle + 1), "an interval has one /")
    if "T" in text:
        raise WhenError(text, text.index("T"), "an interval goes from day to day, without times of day")
    start, end = _end(text, 0, middle), _end(text, middle + 1, len(text))
    if start is End.UNKNOWN and end is End.UNKNOWN:
        raise WhenError(text, 0, "an interval states at least one of its ends")
    if isinstance(start, Point) and isinstance(end, Point) and end.latest < start.earliest:
        raise WhenError(text, middle + 1, "the interval ends before it begins")
    return Span(start, end)


def _end(text: str, start: int, end: int) -> Point | End:
    without_date = _ENDS.get(text[start:end])
    return read_member(text, start, end) if without_date is None else without_date


def _end_level(end: Point | End) -> int:
    if isinstance(end, End):
        return 1
    return 2 if "X" in end.year + end.month + end.day else end.level


def _points(reading: Reading) -> tuple[Point, ...]:
    match reading:
        case Point():
            return (reading,)
        case Moment():
            return (reading.point,)
        case Span():
            return tuple(end for end in reading if isinstance(end, Point))
        case Choice():
            return tuple(
                point
                for member in reading.members
                for point in (member if isinstance(member, Run) else (member,))
                if isinstance(point, Point)
            )


def _member_bounds(member: Point | Run) -> Bounds:
    if isinstance(member, Point):
        return member.earliest, member.latest
    return member.first.earliest if member.first else None, member.last.latest if member.last else None


def _outermost(every: list[Bounds]) -> Bounds:
    starts = [start for start, _ in every if start]
    ends = [end for _, end in every if end]
    return min(starts) if len(starts) == len(every) else None, max(ends) if len(ends) == len(every) else None
