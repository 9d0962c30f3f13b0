"""Pages to llms.txt: what the site holds and where, in Markdown that a program can follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.pages.escape import text
from dateline.pages.links import HOME, LLMS, link, twin_of
from dateline.pages.page import Page, Row
from dateline.publish.asset import Asset
from dateline.publish.export import Export
from dateline.publish.plain_dates import last_day

NEWEST = 100
LISTS = {
    "actors": "who acts, speaks or is spoken about",
    "briefs": "every brief, with its sourcing in numbers",
    "claims": "every claim, with the passages it rests on and how many origins they have",
    "corrections": "what was corrected",
    "dates": "what happened when, in EDTF",
    "questions": "questions with their competing answers",
    "sources": "publishers and their reliability",
}
INTRO = (
    "Briefs whose every claim rests on a passage of a stored article, looked up again on every build. "
    "Each page has the same as JSON beside it, as index.json. Cite a claim with its status and support."
)


def _assets(pages: Iterable[Page]) -> Iterator[Asset]:
    title, sections, briefs = "Briefing desk", [], []
    for page in pages:
        if page.path == HOME:
            title = page.title
        elif page.facts.listed:
            sections.append(f"- {_link(page.title, page.path)}")
        if page.facts.kind == "brief":
            briefs.append(page)
    newest = sorted(briefs, key=_day, reverse=True)[:NEWEST]
    data = [f"- {link(f'{name}.json', f'data/{name}.json')}: {about}" for name, about in LISTS.items()]
    parts = {"Lists": sections, "Data": data, "Newest briefs": [f"- {_link(page.title, page.path)}" for page in newest]}
    body = "".join(
        f"\n## {head}\n\n" + "".join(f"{line}\n" for line in lines) for head, lines in parts.items() if lines
    )
    yield Asset(LLMS, f"# {text(title)}\n\n> {INTRO}\n{body}")


def _link(title: str, path: str) -> str:
    """To the JSON twin, which a program reads with least trouble."""
    return link(title, twin_of(path))


def _day(page: Page) -> tuple[str, str]:
    row: Row = page.facts.twin
    day = row.get("updated") or row.get("published")
    return (last_day(day) or "") if day else "", page.path


EXPORT = Export(name="llms", assets=_assets)
