"""Every correction on the desk to the ledger, newest first; years of their own where it is long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.model.corpus import Corpus
from dateline.pages import links
from dateline.pages.counted import CORRECTIONS
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.ledger import every_correction, ledger_line, ledger_row
from dateline.pages.template import fill
from dateline.pages.view import View
from dateline.relate.relations import Relations

LONGEST = 100


def _subjects(corpus: Corpus, _: Relations) -> Iterator[str]:
    yield ""
    entries = every_correction(corpus)
    if len(entries) > LONGEST:
        yield from sorted({entry.year for entry in entries})


def _page(view: View, year: str) -> Page:
    entries = every_correction(view.corpus)
    years = sorted({entry.year for entry in entries}) if len(entries) > LONGEST else []
    shown = [entry for entry in entries if entry.year == year] if year else entries[:LONGEST]
    values: dict[str, Any] = {
        "title": _title(view, year),
        "count": view.say_n(*CORRECTIONS, len(shown) if year else len(entries)),
        "years": [links.link(view.year(each), view.to(links.corrections_of(each))) for each in years if each != year],
        "feed": view.to(links.CORRECTIONS_FEED),
        "entries": [ledger_line(view, entry) for entry in shown],
    }
    rows = () if year else tuple(ledger_row(entry) for entry in entries)
    facts = Facts(kind="corrections", id=year, twin={"count": len(shown)}, rows={"corrections": rows}, listed=not year)
    return Page(
        path=view.here,
        title=values["title"],
        markdown=fill("kinds/corrections.md.j2", values, view.language),
        facts=facts,
    )


def _title(view: View, year: str) -> str:
    return view.say("Corrections {year}", year=view.year(year)) if year else view.say("Corrections")


KIND = Kind(
    name="corrections",
    subjects=_subjects,
    page=_page,
    path=lambda year: links.corrections_of(year) if year else links.CORRECTIONS,
)
