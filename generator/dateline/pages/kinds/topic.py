"""A topic to its page: its place in the tree, its briefs, its dates."""

from __future__ import annotations

from dateline.pages import links
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page, without_empty
from dateline.pages.parts.rolls import rolls_of, ways_back
from dateline.pages.template import fill
from dateline.pages.view import View


def _page(view: View, id_: str) -> Page:
    topic, back = view.corpus.topics[id_], view.relations.backlinks
    narrower, briefs = back.narrower.get(id_, ()), back.briefs_by_topic.get(id_, ())
    rolls = rolls_of(view, "topic", id_)
    values = {
        "title": topic.name,
        "scope": view.prose().blocks(topic.scope) if topic.scope else "",
        "aliases": view.joined(topic.aliases),
        "broader": view.listing([view.topic(wider) for wider in topic.broader]),
        "narrower": view.listing([view.topic(under) for under in narrower]),
        "beside": view.listing([view.topic(other) for other in topic.related]),
        "rolls": rolls,
        "ways_back": ways_back(rolls, "questions"),
    }
    twin = {
        "id": id_, "name": topic.name, "url": links.url_of(view.here), "scope": topic.scope,
        "broader": list(topic.broader), "narrower": list(narrower), "related": list(topic.related),
        "aliases": list(topic.aliases), "briefs": list(briefs), **topic.extras,
    }  # fmt: skip
    facts = Facts(
        kind="topic",
        id=id_,
        source=topic.at.file,
        line=view.corpus.lines.get(f"topic/{id_}", 1),
        twin=without_empty(twin, always=("briefs",)),
        formerly=links.former_paths("topic", topic.formerly),
    )
    return Page(
        path=view.here, title=topic.name, markdown=fill("kinds/topic.md.j2", values, view.language), facts=facts
    )


KIND = Kind(
    name="topic",
    subjects=lambda corpus, _: corpus.topics,
    page=_page,
    path=lambda id_: links.path_of("topic", id_),
    title=lambda view, id_: view.corpus.topics[id_].name,
)
