"""One part of a list too long for the page it belongs to, to a page of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.model.corpus import Corpus
from dateline.pages import links
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.rolls import ROLLS, SHELVES, cut, labels, laid_out
from dateline.pages.template import fill
from dateline.pages.view import View
from dateline.relate.relations import Relations

MOST_NEIGHBOURS = 10
"""Parts before and after this one that it leads to; the page of the thing leads to all."""


def _subjects(corpus: Corpus, relations: Relations) -> Iterator[str]:
    for kind in SHELVES:
        for id_ in _shelf(corpus, kind):
            for name in ROLLS[kind]:
                parts = cut(corpus, relations, kind, id_, name).parts
                yield from (f"{kind}/{id_}/{name}/{part}" for part in parts)


def _page(view: View, subject: str) -> Page:
    kind, *id_parts, name, part = subject.split("/")
    id_ = "/".join(id_parts)
    its, roll = cut(view.corpus, view.relations, kind, id_, name), ROLLS[kind][name]
    names, items = labels(view.interface, view.corpus, kind, name, its), its.parts[part]
    title = _titled(view, kind, id_, name, names[part])
    values = {
        "title": title,
        "up": links.link(_name(view, kind, id_), view.to(links.path_of(kind, id_))),
        "others": [
            links.link(label, view.to(links.part_of(kind, id_, name, other)))
            for other, label in names.items()
            if other != part and abs(int(other) - int(part)) <= MOST_NEIGHBOURS
        ],
        "count": view.say_n(*roll.counted, len(items)),
        "roll": laid_out(view, kind, id_, name, items),
    }
    facts = Facts(
        kind="period",
        id=subject,
        twin={"id": id_, "list": name, "part": int(part), "period": names[part], "count": len(items)},
    )
    return Page(path=view.here, title=title, markdown=fill("kinds/period.md.j2", values, view.language), facts=facts)


def _title(view: View, subject: str) -> str:
    kind, rest = subject.split("/", 1)
    id_, name, part = rest.rsplit("/", 2)
    names = labels(view.interface, view.corpus, kind, name, cut(view.corpus, view.relations, kind, id_, name))
    return _titled(view, kind, id_, name, names[part])


def _titled(view: View, kind: str, id_: str, name: str, label: str) -> str:
    return f"{_name(view, kind, id_)}: {view.joined([view.say(ROLLS[kind][name].title), label])}"


def _shelf(corpus: Corpus, kind: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = getattr(corpus, SHELVES[kind])
    return found


def _name(view: View, kind: str, id_: str) -> str:
    if kind == "brief":
        return view.corpus.heads[id_].title
    record = _shelf(view.corpus, kind)[id_]
    return str(record.asks or id_) if kind == "question" else str(record.name)


def _path(subject: str) -> str:
    kind, rest = subject.split("/", 1)
    return links.part_of(kind, *rest.rsplit("/", 2))


KIND = Kind(name="period", subjects=_subjects, page=_page, path=_path, title=_title)
