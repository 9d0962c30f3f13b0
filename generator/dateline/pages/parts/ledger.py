"""Every correction of a desk to the lines of a ledger, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from dateline.model.claim import Claim, Correction
from dateline.model.corpus import Corpus
from dateline.model.when import When
from dateline.pages.view import View


class Entry(NamedTuple):
    """One correction and what it is of."""

    on: When
    brief: str
    number: int
    """Its place among the brief's own corrections, then those of its claims."""
    correction: Correction
    claim: Claim | None

    @property
    def year(self) -> str:
        """The year of its last possible day, or `undated`."""
        day = self.on.latest or self.on.earliest
        return str(day).rsplit("-", 2)[0] if day else "undated"


def every_correction(corpus: Corpus) -> list[Entry]:
    """All of them, newest first."""
    found = [entry for slug in corpus.briefs for entry in _of_brief(corpus, slug)]
    found.sort(key=lambda entry: (entry.brief, entry.number))
    return sorted(found, key=lambda entry: entry.on.key, reverse=True)


def _of_brief(corpus: Corpus, slug: str) -> Iterator[Entry]:
    brief = corpus.briefs[slug]
    made: list[tuple[Correction, Claim | None]] = [(entry, None) for entry in brief.corrections]
    made += [(entry, claim) for claim in brief.claims for entry in claim.corrections]
    for number, (correction, claim) in enumerate(made, start=1):
        yield Entry(correction.on, slug, number, correction, claim)


def ledger_line(view: View, entry: Entry) -> dict[str, Any]:
    """What a line of the ledger says."""
    return {
        "on": view.words(entry.on),
        "kind": entry.correction.kind,
        "what": entry.correction.what,
        "why": entry.correction.why or "",
        "by": entry.correction.by or "",
        "where": view.claim(entry.claim.ref) if entry.claim else view.brief(entry.brief),
    }
