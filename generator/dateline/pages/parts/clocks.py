"""A date's readings in other places to the words beside it: `31 August in Kabul (00:29)`."""

from __future__ import annotations

from dateline.model.event import Event
from dateline.model.when_words import there_in_words
from dateline.pages.escape import Safe, text
from dateline.pages.view import View
from dateline.relate.clocks import readings


def clock_words(view: View, event: Event) -> Safe:
    """The day and time in each place where the date as written does not say it; empty for most dates."""
    written = event.when.earliest.year if event.when.earliest else 0
    return text(there_in_words(readings(event), written, view.language))
