"""Actors who need care to the handles and addresses their pages would print."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import At, Finding, warning
from dateline.model.actor import Actor

FAULT = warning("D802", "exposed-private-person")
WORDS = {"living-private": "a private person", "minor": "a minor"}
"""Of a person at risk there is no page."""


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for actor in inquiry.corpus.actors.values():
        if actor.sensitivity in WORDS:
            for at, what in _ways_to_find(actor):
                message = f"the page of {WORDS[actor.sensitivity]} would print {what}"
                yield FAULT.at(at, message, "take it out, or say under “allow:” why it must be there")


def _ways_to_find(actor: Actor) -> Iterator[tuple[At, str]]:
    """What leads from the page to the person."""
    for index, alias in enumerate(actor.aliases):
        if alias.use == "handle":
            yield actor.at.to("aliases", index), f"the handle “{alias.name}”"
    for key in actor.links:
        yield actor.at.to("links", key), f"a link to {key}"


RULE = Rule(fault=FAULT, find=_find)
