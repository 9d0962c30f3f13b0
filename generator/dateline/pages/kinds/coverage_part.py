"""A further part of a gap in coverage that is too long for the page of all of them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.corpus import Corpus
from dateline.pages import links
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.gaps import GAPS, LONGEST, gap_lines, parts_of
from dateline.pages.template import fill
from dateline.pages.view import View
from dateline.relate.relations import Relations


def _subjects(corpus: Corpus, relations: Relations) -> Iterator[str]:
    for gap in GAPS:
        if not gap.needs_today:
            count = sum(1 for _ in gap.find(corpus, relations, None))
            yield from (f"{gap.key}/{part}" for part in parts_of(count))


def _page(view: View, subject: str) -> Page:
    key, _, part = subject.partition("/")
    gap = next(gap for gap in GAPS if gap.key == key)
    found = list(gap.find(view.corpus, view.relations, None))
    first = (int(part) - 1) * LONGEST
    title = view.say("{title}, part {number}", title=view.say(gap.title), number=int(part))
    values = {
        "title": title,
        "count": view.say_n(*gap.counted, len(found)),
        "up": links.link(view.say("coverage and gaps"), view.to(links.COVERAGE, key)),
        "entries": gap_lines(view, found[first : first + LONGEST]),
    }
    facts = Facts(kind="coverage-part", id=subject, twin={"gap": key, "part": int(part), "count": len(found)})
    return Page(
        path=view.here, title=title, markdown=fill("kinds/coverage_part.md.j2", values, view.language), facts=facts
    )


KIND = Kind(
    name="coverage_part",
    subjects=_subjects,
    page=_page,
    path=lambda subject: links.coverage_of(*subject.split("/")),
)
