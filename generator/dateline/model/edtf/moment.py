"""A day with a time of day to a `Moment`, and a zone to its distance from UTC."""

from __future__ import annotations

import re

from dateline.model.edtf.fault import WhenError
from dateline.model.edtf.parts import Moment, Precision
from dateline.model.edtf.point import read_point

_TIME = re.compile(r"([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]+))?)?(?:(Z)|([+-])([0-9]{2})(?::([0-9]{2}))?)?")
_LARGEST_OFFSET = 14 * 60
"""Minutes; no place has ever been further from UTC since offsets have been kept in whole hours and minutes."""
_MINUTE = 60
"""Seconds."""
_HOUR = 60
"""Minutes, and so is the next."""
_DAY = 24 * _HOUR

Match = re.Match[str]


def read_moment(text: str) -> Moment:
    """Day and time from a text with one T; raises WhenError."""
    middle = text.index("T")
    point = read_point(text, 0, middle)
    if point.precision is not Precision.DAY or point.sign or not text[:middle].lstrip("-").replace("-", "").isdigit():
        raise WhenError(text, middle, "a time of day stands after a whole day without signs and X")
    found = _TIME.fullmatch(text, middle + 1)
    if found is None:
        begun = _TIME.match(text, middle + 1)
        position = begun.end() if begun else middle + 1
        raise WhenError(text, position, "a time is hh:mm or hh:mm:ss, then nothing, Z or an offset such as -04:00")
    _check_zone(found)
    _check_clock(found)
    zone = found.start(5) if found[5] else found.start(6) if found[6] else len(text)
    return Moment(point, text[middle + 1 : zone], text[zone:])


def offset_minutes(zone: str) -> int:
    """Minutes ahead of UTC of `Z`, `-04`, `+04:30`; a ValueError for anything else."""
    found = _TIME.fullmatch(f"00:00{zone}") if zone else None
    if found is None:
        raise ValueError(f"{zone!r} is not an offset such as +04:30")
    _check_zone(found)
    return _offset(found)


def _check_zone(found: Match) -> None:
    if not found[6]:
        return
    if int(found[8] or 0) >= _HOUR or abs(_offset(found)) > _LARGEST_OFFSET:
        raise WhenError(found.string, found.start(6), "an offset is -14:00 to +14:00, with minutes up to 59")
    if found[6] == "-" and not _offset(found):
        raise WhenError(found.string, found.start(6), "no offset is written Z or +00:00")


def _check_clock(found: Match) -> None:
    hour, minute, second = (int(digits or 0) for digits in found.group(1, 2, 3))
    since_midnight = hour * _HOUR + minute
    is_midnight = since_midnight == _DAY and not minute and not second and not int(found[4] or 0)
    in_day = since_midnight < _DAY and minute < _HOUR and second < _MINUTE
    # A leap second is put in at the end of a day in UTC, whatever the hour is there.
    is_leap_second = second == _MINUTE and minute < _HOUR and (since_midnight - _offset(found)) % _DAY == _DAY - 1
    if not (is_midnight or in_day or (is_leap_second and since_midnight < _DAY)):
        raise WhenError(found.string, found.start(1), f"there is no time {found[0][:8]}; the last is 24:00:00")


def _offset(found: Match) -> int:
    minutes = int(found[7] or 0) * _HOUR + int(found[8] or 0)
    return -minutes if found[6] == "-" else minutes
