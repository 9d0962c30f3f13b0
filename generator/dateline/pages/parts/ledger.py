"""Every correction of a desk to the lines of a ledger, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from dateline.model.brief import Brief
from dateline.model.claim import Claim, Correction
from dateline.model.corpus import Corpus
from dateline.model.when import When
from dateline.pages import links
from dateline.pages.page import Row, without_empty
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
    return newest_first(entry for brief in corpus.briefs.values() for entry in entries_of(brief))


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Entries as the ledger has them."""
    found = sorted(entries, key=lambda entry: (entry.brief, entry.number))
    return sorted(found, key=lambda entry: entry.on.key, reverse=True)


def entries_of(brief: Brief) -> Iterator[Entry]:
    """What was corrected in a brief, in the order of its file."""
    made: list[tuple[Correction, Claim | None]] = [(entry, None) for entry in brief.corrections]
    made += [(entry, claim) for claim in brief.claims for entry in claim.corrections]
    for number, (correction, claim) in enumerate(made, start=1):
        yield Entry(correction.on, brief.id, number, correction, claim)


def ledger_line(view: View, entry: Entry) -> dict[str, Any]:
    """What a line of the ledger says."""
    return {
        "on": view.words(entry.on),
        "kind": view.term(entry.correction.kind),
        "what": entry.correction.what,
        "why": entry.correction.why or "",
        "by": entry.correction.by or "",
        "where": view.claim(entry.claim.ref) if entry.claim else view.brief(entry.brief),
    }


def ledger_row(entry: Entry) -> Row:
    """One row of `data/corrections.json`."""
    path = links.path_of("brief", entry.brief)
    anchor = links.anchor(entry.claim) if entry.claim else "corrections"
    row = {
        "id": f"{entry.brief}/{entry.number}",
        "brief": entry.brief,
        "claim": entry.claim.ref if entry.claim else None,
        "on": str(entry.on),
        "kind": entry.correction.kind,
        "what": entry.correction.what,
        "why": entry.correction.why,
        "by": entry.correction.by,
        "url": f"{links.url_of(path)}#{anchor}",
    }
    return without_empty(row)
