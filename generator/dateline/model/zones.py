"""The name of a zone or of its city, or an offset, to how the clocks go there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from zoneinfo import ZoneInfo

from dateline.model.edtf.moment import offset_minutes
from dateline.model.nearest import did_you_mean

AREAS = frozenset(
    {"Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}
)
"""Before the stroke in the names of the time zone database; the other names are abbreviations and old ones."""


@cache
def zone_named(name: str) -> dt.tzinfo:
    """The rules of `Asia/Kabul` or `+04:30`; a ValueError with the nearest name for anything else.

    They are read from the package tzdata and never from the machine, so that a page is the same on every one.
    """
    if is_offset(name):
        return dt.timezone(dt.timedelta(minutes=offset_minutes(name)))
    if name not in _names():
        known = did_you_mean(name, _names()) or "; write one such as Asia/Kabul, or an offset such as +04:30"
        raise ValueError(f"there is no zone {name}{known}")
    with resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as rules:
        return ZoneInfo.from_file(rules, key=name)


def is_offset(name: str) -> bool:
    """Whether a zone is written as its distance from UTC: `Z`, `+04:30`."""
    return name == "Z" or name.startswith(("+", "-"))


def zone_of_city(name: str) -> str | None:
    """The zone that is called after a city of just this name: `Asia/Kabul` for Kabul."""
    return _cities().get(name.casefold())


@cache
def _names() -> tuple[str, ...]:
    names = resources.files("tzdata").joinpath("zones").read_text("utf-8").split()
    return tuple(sorted(name for name in names if name.partition("/")[0] in AREAS or name == "UTC"))


@cache
def _cities() -> Mapping[str, str]:
    """By the last part of the name; of two for one city, such as that with its state, the shorter."""
    named = sorted((name for name in _names() if "/" in name), key=lambda name: (-name.count("/"), name))
    return MappingProxyType({name.rpartition("/")[2].replace("_", " ").casefold(): name for name in named})
