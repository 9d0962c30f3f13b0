"""A time of day with its offset to the day that it was somewhere else."""

from __future__ import annotations

import datetime as dt

from dateline.model.edtf.day import Day
from dateline.model.edtf.moment import offset_minutes
from dateline.model.edtf.parts import Moment

Place = dt.tzinfo | dt.timedelta | str
"""A zone, an offset from UTC, or the latter as text: `+04:30`."""

_MINUTES_OF_A_DAY = 24 * 60


def day_there(moment: Moment, place: Place) -> Day:
    """The day in that place; the moment has a zone."""
    elsewhere = _minutes_in_utc(moment)
    if isinstance(place, dt.tzinfo):
        return _day_in_zone(elsewhere, place)
    ahead = offset_minutes(place) if isinstance(place, str) else place // dt.timedelta(minutes=1)
    return Day.from_ordinal((elsewhere + ahead) // _MINUTES_OF_A_DAY)


def _minutes_in_utc(moment: Moment) -> int:
    """Minutes since the beginning of the day 0; 24:00 stays on the day that it closes."""
    hour, minute = int(moment.clock[:2]), int(moment.clock[3:5])
    since_midnight = min(hour * 60 + minute, _MINUTES_OF_A_DAY - 1)
    return moment.point.earliest.ordinal * _MINUTES_OF_A_DAY + since_midnight - offset_minutes(moment.zone)


def _day_in_zone(minutes: int, zone: dt.tzinfo) -> Day:
    days, minute = divmod(minutes, _MINUTES_OF_A_DAY)
    try:
        in_utc = dt.datetime.fromordinal(days).replace(hour=minute // 60, minute=minute % 60, tzinfo=dt.UTC)
        there = in_utc.astimezone(zone)
    except (ValueError, OverflowError) as beyond:
        raise ValueError("zones with a history are known for the years 1 to 9999 only") from beyond
    return Day(there.year, there.month, there.day)
