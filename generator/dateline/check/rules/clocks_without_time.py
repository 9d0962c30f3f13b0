"""Events to those that name other places' clocks and have no time to show on them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning

FAULT = warning("D307", "clocks-without-time")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for event in inquiry.corpus.events.values():
        if event.clocks and not event.when.zone:
            message = f"the date {event.when} has no time with a zone, so nothing can be said of other clocks"
            yield FAULT.at(
                event.at.to("clocks"), message, "write the time with its zone, such as 15:29-04:00, or delete “clocks:”"
            )


RULE = Rule(fault=FAULT, find=_find)
