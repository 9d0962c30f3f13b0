"""A time with a zone to the days that it was in other places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from dateline.model.event import Event, Location
from dateline.model.when import Day
from dateline.model.zones import zone_named, zone_of_city

DEGREES_AN_HOUR = 15
MOST_HOURS_OFF = 3.5
"""Between a place's clocks and its sun; western China has the most."""


class Reading(NamedTuple):
    """What the clocks of a place show."""

    place: str
    day: Day
    time: str
    """`15:29`."""


def readings(event: Event) -> tuple[Reading, ...]:
    """Where it happened, then the other places of the entry; nothing where all of it is in the date as written."""
    if not event.when.zone:
        return ()
    found = tuple(_readings(event))
    written = (event.when.earliest, event.when.time[:5])
    return found if event.clocks or any((item.day, item.time) != written for item in found) else ()


def _readings(event: Event) -> Iterator[Reading]:
    places = [(event.where.name, zone_there(event))] if event.where else []
    places += [(clock.name, clock.zone or zone_of_city(clock.name)) for clock in event.clocks]
    for name, zone in places:
        try:
            shown = event.when.clock_at(zone) if zone else None
        except ValueError:  # beyond the years 1 to 9999 no zone has a history
            continue
        if shown:
            yield Reading(name, *shown)


def zone_there(event: Event) -> str | None:
    """How clocks go where something happened: as the entry says, else as the city of that name does."""
    return event.where.zone or assumed_zone(event.where) if event.where else None


def assumed_zone(where: Location) -> str | None:
    """The zone of the city of that name, unless the place's position is on another side of the world."""
    zone = None if where.zone else zone_of_city(where.name)
    return zone if zone and _may_be_at(where, zone) else None


def _may_be_at(where: Location, zone: str) -> bool:
    if where.lon is None:
        return True
    ahead = zone_named(zone).utcoffset(dt.datetime(2000, 1, 1)) or dt.timedelta()  # noqa: DTZ001  # the place's own time
    off = abs(ahead / dt.timedelta(hours=1) - where.lon / DEGREES_AN_HOUR)
    return min(off, 24 - off) <= MOST_HOURS_OFF
