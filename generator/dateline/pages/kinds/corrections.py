"""Every correction on the desk to the ledger, newest first; years of their own where it is long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from dateline.model.claim import Claim, Correction
from dateline.model.corpus import Corpus
from dateline.model.when import When
from dateline.pages import links
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page, Row, without_empty
from dateline.pages.template import fill
from dateline.pages.view import View, choice
from dateline.relate.relations import Relations

LONGEST = 100


class _Entry(NamedTuple):
    on: When
    brief: str
    number: int
    """Its place among the brief's own corrections, then those of its claims."""
    correction: Correction
    claim: Claim | None

    @property
    def year(self) -> str:
        day = self.on.latest or self.on.earliest
        return str(day).rsplit("-", 2)[0] if day else "undated"


def _entries(corpus: Corpus) -> list[_Entry]:
    found = [entry for slug in corpus.briefs for entry in _of_brief(corpus, slug)]
    found.sort(key=lambda entry: (entry.brief, entry.number))
    return sorted(found, key=lambda entry: entry.on.key, reverse=True)


def _of_brief(corpus: Corpus, slug: str) -> Iterator[_Entry]:
    brief = corpus.briefs[slug]
    made: list[tuple[Correction, Claim | None]] = [(entry, None) for entry in brief.corrections]
    made += [(entry, claim) for claim in brief.claims for entry in claim.corrections]
    for number, (correction, claim) in enumerate(made, start=1):
        yield _Entry(correction.on, slug, number, correction, claim)


def _subjects(corpus: Corpus, _: Relations) -> Iterator[str]:
    yield ""
    entries = _entries(corpus)
    if len(entries) > LONGEST:
        yield from sorted({entry.year for entry in entries})


def _page(view: View, year: str) -> Page:
    entries = _entries(view.corpus)
    years = sorted({entry.year for entry in entries}) if len(entries) > LONGEST else []
    shown = [entry for entry in entries if entry.year == year] if year else entries[:LONGEST]
    values: dict[str, Any] = {
        "title": f"Corrections {year}".strip(),
        "count": choice(len(shown) if year else len(entries), "correction", "corrections"),
        "years": [links.link(each, view.to(links.corrections_of(each))) for each in years if each != year],
        "feed": view.to(links.CORRECTIONS_FEED),
        "entries": [_line(view, entry) for entry in shown],
    }
    rows = () if year else tuple(_row(entry) for entry in entries)
    facts = Facts(kind="corrections", id=year, twin={"count": len(shown)}, rows={"corrections": rows}, listed=not year)
    return Page(path=view.here, title=values["title"], markdown=fill("kinds/corrections.md.j2", values), facts=facts)


def _line(view: View, entry: _Entry) -> dict[str, Any]:
    return {
        "on": view.words(entry.on),
        "kind": entry.correction.kind,
        "what": entry.correction.what,
        "why": entry.correction.why or "",
        "by": entry.correction.by or "",
        "where": view.claim(entry.claim.ref) if entry.claim else view.brief(entry.brief),
    }


def _row(entry: _Entry) -> Row:
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


KIND = Kind(
    name="corrections",
    subjects=_subjects,
    page=_page,
    path=lambda year: links.corrections_of(year) if year else links.CORRECTIONS,
)
