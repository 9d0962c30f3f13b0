"""Pages to llms.txt: what the site holds and where, in Markdown that a program can follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.pages.escape import text
from dateline.pages.links import HOME, LLMS, link, twin_of
from dateline.pages.page import Page, Row
from dateline.publish.export import Export, Part, Piece, made
from dateline.publish.plain_dates import last_day

NEWEST = 100
TITLE, SECTION = "title", "section"
"""Keys of parts that are no brief; a brief's begins with its day, or with a space."""
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


def _parts(page: Page) -> Iterator[Part]:
    if page.path == HOME:
        yield Part("llms", TITLE, page.title)
    elif page.facts.listed:
        yield Part("llms", SECTION, f"- {_link(page.title, page.path)}")
    if page.facts.kind == "brief":
        yield Part("llms", f"{_day(page)} {page.path}", f"- {_link(page.title, page.path)}")


def _whole(parts: Sequence[Part]) -> Iterator[Piece]:
    title = next((part.text for part in parts if part.key == TITLE), "Briefing desk")
    sections = [part.text for part in parts if part.key == SECTION]
    briefs = (part for part in parts if part.key not in {TITLE, SECTION})
    newest = [part.text for part in sorted(briefs, key=lambda part: part.key, reverse=True)[:NEWEST]]
    data = [f"- {link(f'{name}.json', f'data/{name}.json')}: {about}" for name, about in LISTS.items()]
    lists = {"Lists": sections, "Data": data, "Newest briefs": newest}
    body = "".join(
        f"\n## {head}\n\n" + "".join(f"{line}\n" for line in lines) for head, lines in lists.items() if lines
    )
    yield made(LLMS, f"# {text(title)}\n\n> {INTRO}\n{body}")


def _link(title: str, path: str) -> str:
    """To the JSON twin, which a program reads with least trouble."""
    return link(title, twin_of(path))


def _day(page: Page) -> str:
    row: Row = page.facts.twin
    day = row.get("updated") or row.get("published")
    return (last_day(day) or "") if day else ""


EXPORT = Export(name="llms", parts=_parts, wholes={"llms": _whole})
