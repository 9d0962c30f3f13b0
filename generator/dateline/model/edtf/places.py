"""A time of day with its offset to the day that it was somewhere else."""

from __future__ import annotations

import datetime as dt

from dateline.model.edtf.day import Day
from dateline.model.edtf.moment import offset_minutes
from dateline.model.edtf.parts import Moment
from dateline.model.zones import is_offset, zone_named

Place = dt.tzinfo | dt.timedelta | str
"""A zone, an offset from UTC, or one of them as text: `Asia/Kabul`, `+04:30`."""

_MINUTES_OF_A_DAY = 24 * 60


def there(moment: Moment, place: Place) -> tuple[Day, str]:
    """The day in that place, and the time there as `15:29`; the moment has a zone."""
    elsewhere = _minutes_in_utc(moment)
    if isinstance(place, str) and not is_offset(place):
        place = zone_named(place)
    if isinstance(place, dt.tzinfo):
        return _in_zone(elsewhere, place)
    if not isinstance(place, str | dt.timedelta):
        raise TypeError(f"a place is a ZoneInfo, a timedelta, or text such as Asia/Kabul or +04:30, not {place!r}")
    ahead = offset_minutes(place) if isinstance(place, str) else place // dt.timedelta(minutes=1)
    days, minute = divmod(elsewhere + ahead, _MINUTES_OF_A_DAY)
    return Day.from_ordinal(days), f"{minute // 60:02d}:{minute % 60:02d}"


def _minutes_in_utc(moment: Moment) -> int:
    """Minutes since the beginning of the day 0; 24:00 stays on the day that it closes."""
    hour, minute = int(moment.clock[:2]), int(moment.clock[3:5])
    since_midnight = min(hour * 60 + minute, _MINUTES_OF_A_DAY - 1)
    return moment.point.earliest.ordinal * _MINUTES_OF_A_DAY + since_midnight - offset_minutes(moment.zone)


def _in_zone(minutes: int, zone: dt.tzinfo) -> tuple[Day, str]:
    days, minute = divmod(minutes, _MINUTES_OF_A_DAY)
    try:
        in_utc = dt.datetime.fromordinal(days).replace(hour=minute // 60, minute=minute % 60, tzinfo=dt.UTC)
        local = in_utc.astimezone(zone)
    except (ValueError, OverflowError) as beyond:
        raise ValueError("zones with a history are known for the years 1 to 9999 only") from beyond
    return Day(local.year, local.month, local.day), f"{local:%H:%M}"
