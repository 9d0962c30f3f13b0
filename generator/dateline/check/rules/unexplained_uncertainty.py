"""Events to those whose date is uncertain without a reason."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, hint
from dateline.model.when import When

FAULT = hint("D304", "unexplained-uncertainty")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for event in inquiry.corpus.events.values():
        if _is_unsure(event.when) and not event.until_known:
            message = f"the date {event.when} is not certain, and nothing says why"
            yield FAULT.at(event.at.to("when"), message, "add “until_known:” with the reason")


def _is_unsure(when: When) -> bool:
    # One date of a set, in square brackets, is meant; which one is not known.
    return when.uncertain or when.approximate or when.text.startswith("[")


RULE = Rule(fault=FAULT, find=_find)
