"""Actors to their relations whose other end has no words."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, hint
from dateline.model.nearest import nearest
from dateline.relate.ends import from_the_other_end, inverses

FAULT = hint("D220", "relation-without-inverse")
LONG = 9
"""Letters of words that are near to others by a slip; shorter ones, such as boss-of and base-of, by chance."""


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for actor in inquiry.corpus.actors.values():
        for place, relation in enumerate(actor.relations):
            if from_the_other_end(relation) is None:
                message = f"nothing says what “{relation.as_}” is, seen from “{relation.to}”"
                yield FAULT.at(actor.at.to("relations", place, "as"), message, _remedy(relation.as_))


def _remedy(words: str) -> str:
    folded = words.casefold().replace(" ", "-")
    known = nearest(folded, inverses())
    is_near = known is not None and known[0] == folded[0] and (len(folded) >= LONG or _bare(known) == _bare(folded))
    meant = f"did you mean “{known}”? " if is_near else ""
    return f"{meant}add “inverse:” with its words from there, as tenant-of is for landlord-of"


def _bare(words: str) -> str:
    return words.replace("-", "").replace("_", "")


RULE = Rule(fault=FAULT, find=_find)
