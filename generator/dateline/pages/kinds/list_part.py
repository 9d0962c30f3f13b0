"""One year or letter of a long list to its page."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.corpus import Corpus
from dateline.pages import links
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.catalogue import SECTIONS, entries_of, parts_of, title_of
from dateline.pages.template import fill
from dateline.pages.view import View
from dateline.relate.relations import Relations


def _subjects(corpus: Corpus, _: Relations) -> Iterator[str]:
    for sort in SECTIONS:
        for part in parts_of(corpus, sort):
            yield f"{sort}/{part.name}"


def _page(view: View, subject: str) -> Page:
    sort, _, name = subject.partition("/")
    part = next(part for part in parts_of(view.corpus, sort) if part.name == name)
    title = f"{view.say(SECTIONS[sort].title)}: {title_of(view, part)}"
    values = {
        "title": title,
        "up": links.link(view.say(SECTIONS[sort].title), view.to(links.section(sort))),
        "entries": entries_of(view, sort, part.ids),
    }
    facts = Facts(kind="list", id=subject, twin={"ids": list(part.ids)})
    return Page(path=view.here, title=title, markdown=fill("kinds/list_part.md.j2", values, view.language), facts=facts)


KIND = Kind(
    name="list_part",
    subjects=_subjects,
    page=_page,
    path=lambda subject: links.list_of(*subject.split("/", 1)),
)
