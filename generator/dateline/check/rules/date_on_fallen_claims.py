"""Events to those given as having happened on claims that the desk no longer holds."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import listed_with
from dateline.findings import Finding, warning

FAULT = warning("D515", "date-on-fallen-claims")
HAPPENED = frozenset({"reported", "confirmed"})
FALLEN = frozenset({"refuted", "retracted"})


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    claims = inquiry.corpus.claims
    for event in inquiry.corpus.events.values():
        statuses = [claims[ref].status for ref in event.claims if ref in claims]
        # What was said may be retracted, and was said on that day all the same.
        spoken = any(claims[ref].by for ref in event.claims if ref in claims)
        if event.status in HAPPENED and not spoken and statuses and FALLEN.issuperset(statuses):
            told = listed_with((f"“{ref}” ({claims[ref].status})" for ref in event.claims), "and")
            message = f"it is {event.status}, and all it rests on is {told}"
            yield FAULT.at(
                event.at.to("claims"), message, "write “status: disputed” or “did-not-happen”, or cite what stands"
            )


RULE = Rule(fault=FAULT, find=_find)
