"""Events to those whose day in a place was worked out from the place's name alone."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, hint
from dateline.relate.clocks import assumed_zone, readings

FAULT = hint("D306", "assumed-zone")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for event in inquiry.corpus.events.values():
        zone = event.where and assumed_zone(event.where)
        shown = next((item for item in readings(event) if event.where and item.place == event.where.name), None)
        if zone and shown:
            message = f"“{shown.place}” is taken for {zone}, where it was {shown.time} on {shown.day}"
            yield FAULT.at(event.at.to("where"), message, f"add “zone: {zone}” to the place, or the zone it has")


RULE = Rule(fault=FAULT, find=_find)
