"""A desk to what its coverage lacks: each gap counted, with its first entries and the way to the others."""

from __future__ import annotations

from typing import Any

from dateline.pages import links
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.gaps import GAPS, LONGEST, Gap, gap_lines, parts_of
from dateline.pages.template import fill
from dateline.pages.view import View


def _page(view: View, _: str) -> Page:
    shown = [gap for gap in GAPS if not gap.needs_today or view.today]
    found = {gap.key: list(gap.find(view.corpus, view.relations, view.today)) for gap in shown}
    values: dict[str, Any] = {
        "title": view.say("Coverage and gaps"),
        "gaps": [_section(view, gap, found[gap.key]) for gap in shown],
    }
    twin = {"counts": {key: len(entries) for key, entries in found.items()}}
    facts = Facts(kind="coverage", twin=twin, listed=True)
    return Page(
        path=view.here, title=values["title"], markdown=fill("kinds/coverage.md.j2", values, view.language), facts=facts
    )


def _section(view: View, gap: Gap, entries: list[tuple[str, str]]) -> dict[str, Any]:
    parts = () if gap.needs_today else parts_of(len(entries))
    return {
        "key": gap.key,
        "title": view.say(gap.title),
        "count": view.say_n(*gap.counted, len(entries)),
        "entries": gap_lines(view, entries[:LONGEST]),
        "parts": [
            links.link(view.say("part {number}", number=part), view.to(links.coverage_of(gap.key, part)))
            for part in parts
        ],
        "more": max(0, len(entries) - LONGEST) if gap.needs_today else 0,
    }


KIND = Kind(name="coverage", subjects=lambda *_: [""], page=_page, path=lambda _: links.COVERAGE)
