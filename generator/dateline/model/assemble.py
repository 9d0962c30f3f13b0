"""Documents to a corpus: every file a record, every reference resolved, every fault gathered."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import ValidationError

from dateline.findings import At, Finding
from dateline.model import problems
from dateline.model.actor import Actor
from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.claim import Claim
from dateline.model.corpus import Corpus
from dateline.model.identity import identity_findings
from dateline.model.names import Names, names_of
from dateline.model.record import Record
from dateline.model.references import references, unknown, without
from dateline.model.settings import Settings
from dateline.model.source import Source
from dateline.model.stamps import stamped_article, stamped_brief
from dateline.model.topic import Question, Topic
from dateline.read.document import Document
from dateline.read.tree import Tree

R = TypeVar("R", bound=Record)
Shelf = dict[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Draft:
    """What becomes one record."""

    record: type[Record]
    id: str
    data: Any
    at: At


def assemble(tree: Tree, settings: Settings) -> Corpus:
    """The corpus of a desk's documents; files with faults are left out, their findings kept."""
    names, clashes = names_of(tree, settings)
    shelves, faults = _made(_drafts(tree, settings, names))
    unresolved = _resolve(shelves, names)
    _add_answered_questions(shelves)
    corpus = Corpus(
        settings=settings,
        briefs=_of(shelves, Brief),
        articles=_of(shelves, Article),
        actors=_of(shelves, Actor),
        sources=_of(shelves, Source),
        topics=_of(shelves, Topic),
        questions=_of(shelves, Question),
        documents={document.file: document for document in tree.documents},
        findings=(*tree.findings, *clashes, *faults, *unresolved),
    )
    return corpus.finding(identity_findings(corpus))


def _drafts(tree: Tree, settings: Settings, names: Names) -> Iterator[_Draft]:
    for document in tree.documents:
        parts = PurePosixPath(document.file).relative_to(settings.briefs).parts
        match parts:
            case ("actors", _):
                yield _file(document, Actor)
            case ("sources", _):
                yield _file(document, Source)
            case ("topics.yaml",):
                yield from _entries(document, Topic)
            case ("questions.yaml",):
                yield from _entries(document, Question)
            case (year, slug, "brief.yaml") if names.owns(slug, document.file):
                yield _Draft(
                    record=Brief, id=slug, data=stamped_brief(document, year, slug, names), at=At(document.file)
                )
            case (_, slug, file) if names.owns(slug, document.file):
                name = PurePosixPath(file).stem
                data = stamped_article(document, slug, name, names)
                yield _Draft(record=Article, id=f"{slug}/{name}", data=data, at=At(document.file))
            case _:
                pass


def _file(document: Document, record: type[Record]) -> _Draft:
    id_ = PurePosixPath(document.file).stem
    at = At(document.file)
    return _Draft(record=record, id=id_, data={**document.data, "@id": id_, "@at": at}, at=at)


def _entries(document: Document, record: type[Record]) -> Iterator[_Draft]:
    for id_, entry in document.data.items():
        at = At(document.file, (id_,))
        data = {**entry, "@id": id_, "@at": at} if isinstance(entry, Mapping) else entry
        yield _Draft(record=record, id=id_, data=data, at=at)


def _made(drafts: Iterator[_Draft]) -> tuple[dict[type[Record], dict[str, tuple[Any, _Draft]]], list[Finding]]:
    shelves: dict[type[Record], dict[str, tuple[Any, _Draft]]] = {}
    faults: list[Finding] = []
    for draft in drafts:
        try:
            made = draft.record.model_validate(draft.data)
        except ValidationError as error:
            faults += problems.findings(error, draft.record, draft.at)
        else:
            shelves.setdefault(draft.record, {})[draft.id] = (made, draft)
    briefs = shelves.get(Brief, {})
    articles = shelves.get(Article, {})
    shelves[Article] = {ref: made for ref, made in articles.items() if ref.partition("/")[0] in briefs}
    return shelves, faults


def _resolve(shelves: dict[type[Record], dict[str, tuple[Any, _Draft]]], names: Names) -> list[Finding]:
    """Drop every reference to a record that is not there; a finding where no file has that name either."""
    there = _known({record: shelf.keys() for record, shelf in shelves.items()}, _claim_refs(shelves))
    named = _known(
        {Actor: names.actors, Source: names.sources, Topic: names.topics, Brief: names.briefs.keys(),
         Article: names.article_refs},
        names.claims,
    )  # fmt: skip
    found: list[Finding] = []
    for shelf in shelves.values():
        for id_, (made, draft) in shelf.items():
            absent = [name for name in references(made) if name.id not in there[name.kind]]
            if not absent:
                continue
            found += [
                unknown(name, named)
                for name in absent
                if name.id not in named[name.kind] and name.id.partition("#")[0] not in names.unread
            ]
            kept = without(draft.data, draft.at, [name.whole for name in absent])
            shelf[id_] = (draft.record.model_validate(kept), draft)
    return found


def _known(ids: Mapping[type[Record], Collection[str]], claims: Collection[str]) -> Mapping[str, Collection[str]]:
    actors, sources = ids.get(Actor, ()), ids.get(Source, ())
    topics, briefs, articles = ids.get(Topic, ()), ids.get(Brief, ()), ids.get(Article, ())
    return {
        "actor": frozenset(actors),
        "source": frozenset(sources),
        "topic": frozenset(topics),
        "brief": frozenset(briefs),
        "article": frozenset(articles),
        "claim": frozenset(claims),
        "subject": frozenset((*actors, *topics, *briefs)),
        "article or source": frozenset((*articles, *sources)),
    }


def _claim_refs(shelves: dict[type[Record], dict[str, tuple[Any, _Draft]]]) -> frozenset[str]:
    return frozenset(claim.ref for brief, _ in shelves.get(Brief, {}).values() for claim in brief.claims)


def _add_answered_questions(shelves: dict[type[Record], dict[str, tuple[Any, _Draft]]]) -> None:
    """A question named only by a claim exists all the same."""
    questions = shelves.setdefault(Question, {})
    for brief, draft in shelves.get(Brief, {}).values():
        for claim in _answering(brief):
            if claim.answers not in questions:
                made = Question.model_validate({"@id": claim.answers, "@at": claim.at.to("answers")})
                questions[made.id] = (made, draft)


def _answering(brief: Brief) -> Iterator[Claim]:
    return (claim for claim in brief.claims if claim.answers)


def _of(shelves: Mapping[type[Record], Mapping[str, tuple[Any, _Draft]]], record: type[R]) -> Mapping[str, R]:
    return {id_: made for id_, (made, _) in sorted(shelves.get(record, {}).items())}
