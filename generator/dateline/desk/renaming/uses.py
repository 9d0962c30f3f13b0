"""A corpus and a new id to every place that has the old one, and what stands there from now on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from dateline.desk.renaming.thing import Kind, Thing, own_id
from dateline.findings import At
from dateline.model.corpus import Corpus
from dateline.model.record import Record
from dateline.model.references import Reference, references

NAMES: dict[Kind, frozenset[str]] = {
    "brief": frozenset({"brief", "subject"}),
    "claim": frozenset({"claim"}),
    "article": frozenset({"article", "article or source"}),
    "actor": frozenset({"actor", "subject"}),
    "source": frozenset({"source", "article or source"}),
    "topic": frozenset({"topic", "subject"}),
}
"""The references that can name a thing of each kind."""
INSIDE = {"claim": "#", "article": "/", "article or source": "/"}
"""References that name something within a brief by its slug, this sign, and the thing's own id."""
LINKED: tuple[Kind, ...] = ("claim", "brief", "actor", "topic", "source")
"""What `[[id]]` can name; where several have one id, the first of these, as pages do it."""


class Use(NamedTuple):
    """A place that names a thing."""

    at: At
    reworded: Callable[[str], str]
    """What is written there to what is to be written."""
    raw: bool = False
    """Whether that is the value as it stands in the file, quotes and all, and not what it says."""


def uses(corpus: Corpus, old: Thing, new: Thing, *, shared: bool = True) -> Iterator[Use]:
    """Every place in YAML that names a thing; with `shared` also an `about:` that names another thing as well."""
    for record in records(corpus):
        for reference in references(record):
            if _names(reference, old) and (shared or reference.kind != "subject"):
                yield Use(reference.at, _rewording(reference, old, new))
    if old.kind == "question":
        for claim in corpus.claims.values():
            if claim.answers == old.id:
                yield Use(claim.at.to("answers"), lambda _: new.id)
    if old.kind in LINKED and linked_kind(old.id, corpus) == old.kind:
        yield from _in_prose(corpus, old, new)


def records(corpus: Corpus) -> Iterator[Record]:
    """Every record that may name another."""
    for shelf in (corpus.topics, corpus.questions, corpus.actors, corpus.articles, corpus.briefs):
        yield from shelf.values()


def linked_kind(id_: str, corpus: Corpus) -> Kind | None:
    """What `[[id]]` names, or None for nothing."""
    shelves = (corpus.claims, corpus.briefs, corpus.actors, corpus.topics, corpus.sources)
    return next((kind for kind, shelf in zip(LINKED, shelves, strict=True) if id_ in shelf), None)


def subjects(corpus: Corpus, id_: str) -> Iterator[At]:
    """Every `about:` that names an id."""
    for record in records(corpus):
        yield from (found.at for found in references(record) if found.kind == "subject" and found.id == id_)


def _names(reference: Reference, thing: Thing) -> bool:
    if reference.kind in NAMES.get(thing.kind, ()) and reference.id == thing.id:
        return True
    sign = INSIDE.get(reference.kind)
    return thing.kind == "brief" and sign is not None and reference.id.startswith(f"{thing.id}{sign}")


def _rewording(reference: Reference, old: Thing, new: Thing) -> Callable[[str], str]:
    sign = INSIDE.get(reference.kind, "")

    def reworded(written: str) -> str:
        if old.kind == "brief" and sign:
            # Within its own brief a thing may go by its short name, which stays.
            return new.id + written[len(old.id) :] if written.startswith(f"{old.id}{sign}") else written
        if written == old.id:
            return new.id
        return f"{'#' if written.startswith('#') else ''}{own_id(new)}"

    return reworded


def relinking(old: Thing, new: Thing) -> Callable[[str], str]:
    """What turns the `[[links]]` of a text to one thing into links to another."""
    within = "#|" if old.kind == "brief" else ""
    link = re.compile(rf"(\[\[[ \t]*){re.escape(old.id)}(?=[ \t]*(?:{within}\||\]\]))")
    return lambda written: link.sub(lambda found: found[1] + new.id, written)


def _in_prose(corpus: Corpus, old: Thing, new: Thing) -> Iterator[Use]:
    relinked = relinking(old, new)
    for at, text in _prose(corpus):
        if "[[" in text and relinked(text) != text:
            yield Use(at, relinked, raw=True)


def _prose(corpus: Corpus) -> Iterator[tuple[At, str]]:
    """Every text in which `[[id]]` is a link."""
    for brief in corpus.briefs.values():
        yield brief.at.to("summary"), brief.summary or ""
        yield brief.at.to("body"), brief.body or ""
        yield from ((claim.at.to("says"), claim.says) for claim in brief.claims)
        yield from ((event.at.to("what"), event.what) for event in brief.dates)
    yield from ((actor.at.to("description"), actor.description or "") for actor in corpus.actors.values())
    yield from ((topic.at.to("scope"), topic.scope or "") for topic in corpus.topics.values())
