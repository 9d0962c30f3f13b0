"""Documents to a corpus: every file a record, every reference resolved, every fault gathered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import TypeVar

from dateline.findings import At, Finding
from dateline.model.actor import Actor
from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.claim import Claim
from dateline.model.corpus import Corpus
from dateline.model.former import former_ids
from dateline.model.identity import identity_findings
from dateline.model.maker import Maker
from dateline.model.names import Names, names_of, parts_of, stem_of
from dateline.model.record import Record
from dateline.model.references import references, unknown
from dateline.model.salvage import Draft, Made, made, with_values
from dateline.model.settings import Settings
from dateline.model.source import Source
from dateline.model.stamps import stamped_article, stamped_brief
from dateline.model.topic import Question, Topic
from dateline.read.document import Document
from dateline.read.tree import Tree

R = TypeVar("R", bound=Record)
Shelves = dict[type[Record], dict[str, Made]]


def assemble(tree: Tree, settings: Settings, maker: Maker | None = None) -> Corpus:
    """The corpus of a desk's documents; files with faults are left out, their findings kept.

    A `maker` that made the records of another state of the desk shares with it what is the same.
    """
    make = maker.make if maker else made
    names, clashes = names_of(tree, settings)
    all_made = [make(draft) for draft in _drafts(tree, settings, names)]
    shelves = _shelved(all_made)
    unresolved, dropped = _resolve(shelves, names)
    _add_answered_questions(shelves)
    articles = _of(shelves, Article)
    corpus = Corpus(
        settings=settings,
        briefs=_of(shelves, Brief),
        articles=articles,
        actors=_of(shelves, Actor),
        sources=_of(shelves, Source),
        topics=_of(shelves, Topic),
        questions=_of(shelves, Question),
        documents={document.file: document for document in tree.documents},
        originals=_originals(articles.values(), tree),
        findings=(*tree.findings, *clashes, *(fault for one in all_made for fault in one.faults), *unresolved),
        gaps=(*(gap for one in all_made for gap in one.gaps), *dropped),
    )
    return corpus.finding(identity_findings(corpus))


def _drafts(tree: Tree, settings: Settings, names: Names) -> Iterator[Draft]:
    for document in tree.documents:
        match parts_of(document.file, settings):
            case ("actors", _):
                yield _file(document, Actor)
            case ("sources", _):
                yield _file(document, Source)
            case ("topics.yaml",):
                yield from _entries(document, Topic)
            case ("questions.yaml",):
                yield from _entries(document, Question)
            case (year, slug, "brief.yaml") if names.owns(slug, document.file):
                yield Draft(
                    record=Brief, id=slug, data=stamped_brief(document, year, slug, names), at=At(document.file)
                )
            case (_, slug, file) if names.owns(slug, document.file):
                name = stem_of(file)
                data = stamped_article(document, slug, name, names)
                yield Draft(record=Article, id=f"{slug}/{name}", data=data, at=At(document.file))
            case _:
                pass


def _file(document: Document, record: type[Record]) -> Draft:
    id_ = stem_of(document.file)
    at = At(document.file)
    return Draft(record=record, id=id_, data={**document.data, "@id": id_, "@at": at}, at=at)


def _entries(document: Document, record: type[Record]) -> Iterator[Draft]:
    for id_, entry in document.data.items():
        at = At(document.file, (id_,))
        data = {**entry, "@id": id_, "@at": at} if isinstance(entry, Mapping) else entry
        yield Draft(record=record, id=id_, data=data, at=at)


def _shelved(all_made: Iterable[Made]) -> Shelves:
    shelves: Shelves = {}
    for made_ in all_made:
        if made_.record is not None:
            shelves.setdefault(made_.draft.record, {})[made_.draft.id] = made_
    return shelves


def _resolve(shelves: Shelves, names: Names) -> tuple[list[Finding], list[At]]:
    """Drop every reference to a record that is not there; a finding where no file has that name either."""
    briefs = shelves.get(Brief, {})
    articles = [ref for ref in shelves.get(Article, {}) if ref.partition("/")[0] in briefs]
    there = _known({**{record: shelf.keys() for record, shelf in shelves.items()}, Article: articles}, _claims(shelves))
    named = _known(
        {Actor: names.actors, Source: names.sources, Topic: names.topics, Brief: names.briefs.keys(),
         Article: names.article_refs},
        names.claims,
    )  # fmt: skip
    former = former_ids(made.record for shelf in shelves.values() for made in shelf.values())
    found: list[Finding] = []
    gaps: list[At] = []
    for shelf in shelves.values():
        for id_, (record, draft) in [(id_, (one.record, one.draft)) for id_, one in shelf.items()]:
            absent = [name for name in references(record) if name.id not in there[name.kind]]
            if not absent:
                continue
            found += [
                unknown(name, named, former)
                for name in absent
                if name.id not in named[name.kind] and not names.may_hold(name.kind, name.id)
            ]
            gaps += [name.whole for name in absent]
            kept = with_values(draft.data, draft.at, [(name.whole, None) for name in absent])
            shelf[id_] = Made(record=draft.record.model_validate(kept), draft=draft)
    shelves[Article] = {ref: shelves[Article][ref] for ref in articles}
    return found, gaps


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


def _claims(shelves: Shelves) -> frozenset[str]:
    return frozenset(claim.ref for made in shelves.get(Brief, {}).values() for claim in made.record.claims)


def _add_answered_questions(shelves: Shelves) -> None:
    """A question named only by a claim exists all the same."""
    questions = shelves.setdefault(Question, {})
    for brief in shelves.get(Brief, {}).values():
        for claim in _answering(brief.record):
            if claim.answers not in questions:
                question = Question.model_validate({"@id": claim.answers, "@at": claim.at.to("answers")})
                questions[question.id] = Made(record=question, draft=brief.draft)


def _answering(brief: Brief) -> Iterator[Claim]:
    return (claim for claim in brief.claims if claim.answers)


def _originals(articles: Iterable[Article], tree: Tree) -> Mapping[str, str]:
    """The digests of what articles were made from, as far as it is there."""
    there = frozenset(tree.others)
    return {file: tree.sha256(file) for file in sorted({one.original_file for one in articles}) if file in there}


def _of(shelves: Shelves, record: type[R]) -> Mapping[str, R]:
    return {id_: one.record for id_, one in sorted(shelves.get(record, {}).items(), key=itemgetter(0))}
