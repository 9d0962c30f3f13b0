"""The things of a desk to lists, split where a list would grow with the desk."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from dateline.model.corpus import Corpus, Head
from dateline.model.words.catalogue import to_say
from dateline.pages.counted import ACTORS, ANSWERS, ARTICLES, BRIEFS, CLAIMS, QUESTIONS, SOURCES, TOPICS
from dateline.pages.escape import Safe, text
from dateline.pages.view import View

LONGEST = 200
"""Entries on one page; a longer list is split."""
OTHER = "other"
OTHER_LETTERS = to_say("Other letters")


class Part(NamedTuple):
    """One part of a long list."""

    name: str
    """As in its address."""
    title: str
    ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """How one sort of thing is listed."""

    title: str
    intro: str
    counted: tuple[str, str]
    """The word for one and for many."""
    names: Callable[[Corpus], Mapping[str, str]]
    """Ids to what they are listed by, in the order of the list."""
    link: Callable[[View, str], Safe]
    details: Callable[[View, str], Safe]


def entries_of(view: View, sort: str, ids: Iterable[str]) -> list[dict[str, Any]]:
    """Lines of a list."""
    section = SECTIONS[sort]
    return [{"link": section.link(view, id_), "details": section.details(view, id_)} for id_ in ids]


def newest_first(corpus: Corpus) -> tuple[str, ...]:
    """Slugs of briefs by date of publication, newest first, undated ones last."""
    return tuple(slug for _, slug in sorted((_age(head), slug) for slug, head in corpus.heads.items()))


def _age(head: Head) -> int:
    day = head.published.earliest if head.published else None
    return -day.ordinal if day else 10**9


def parts_of(corpus: Corpus, sort: str) -> Sequence[Part]:
    """The parts a list is split into; none when it fits one page."""
    names = SECTIONS[sort].names(corpus)
    if len(names) <= LONGEST:
        return ()
    groups: dict[tuple[str, str], list[str]] = {}
    for id_, name in names.items():
        key = _year_of(corpus.heads[id_]) if sort == "brief" else _letter_of(name)
        groups.setdefault(key, []).append(id_)
    return tuple(Part(name, title, tuple(ids)) for (name, title), ids in sorted(groups.items()))


def title_of(view: View, part: Part) -> str:
    """What a part of a list is called."""
    return view.say(part.title) if part.name == OTHER else view.year(part.title)


def _year_of(head: Head) -> tuple[str, str]:
    return (head.year, head.year)


def _letter_of(name: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKD", name)[:1].casefold()
    return (plain, plain.upper()) if plain.isalpha() and plain.isascii() else (OTHER, OTHER_LETTERS)


def _by_name(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    return dict(sorted(pairs, key=lambda pair: (pair[1].casefold(), pair[0])))


def _brief_details(view: View, slug: str) -> Safe:
    brief = view.corpus.heads[slug]
    state = text(view.term(brief.state)) if brief.state != "published" else None
    published = text(view.words(brief.published)) if brief.published else None
    counts = text(view.say_n(*CLAIMS, brief.claims))
    return view.listing(
        [part for part in (state, published, counts, *(view.topic(id_) for id_ in brief.topics)) if part]
    )


def _actor_details(view: View, id_: str) -> Safe:
    briefs = view.relations.backlinks.briefs_by_actor.get(id_, ())
    return view.listing([view.term(view.corpus.actors[id_].kind), view.say_n(*BRIEFS, len(briefs))])


def _source_details(view: View, id_: str) -> Safe:
    articles = view.relations.backlinks.articles_by_source.get(id_, ())
    return view.listing([view.term(view.corpus.sources[id_].kind), view.say_n(*ARTICLES, len(articles))])


def _topic_details(view: View, id_: str) -> Safe:
    briefs = view.relations.backlinks.briefs_by_topic.get(id_, ())
    return text(view.say_n(*BRIEFS, len(briefs)))


def _question_details(view: View, id_: str) -> Safe:
    answers = view.relations.backlinks.claims_by_question.get(id_, ())
    return text(view.say_n(*ANSWERS, len(answers)))


SECTIONS: Mapping[str, Section] = {
    "brief": Section(
        title=to_say("Briefs"),
        intro=to_say("Each brief sets out one matter: the bottom line, and what it rests on."),
        counted=BRIEFS,
        names=lambda corpus: {slug: corpus.heads[slug].title for slug in newest_first(corpus)},
        link=View.brief,
        details=_brief_details,
    ),
    "actor": Section(
        title=to_say("Actors"),
        intro=to_say("Whoever acts, speaks or is spoken about."),
        counted=ACTORS,
        names=lambda corpus: _by_name((id_, actor.name) for id_, actor in corpus.actors.items()),
        link=View.actor,
        details=_actor_details,
    ),
    "source": Section(
        title=to_say("Sources"),
        intro=to_say("Whoever published the articles."),
        counted=SOURCES,
        names=lambda corpus: _by_name((id_, source.name) for id_, source in corpus.sources.items()),
        link=View.source,
        details=_source_details,
    ),
    "topic": Section(
        title=to_say("Topics"),
        intro=to_say("What the briefs are about."),
        counted=TOPICS,
        names=lambda corpus: _by_name((id_, topic.name) for id_, topic in corpus.topics.items()),
        link=View.topic,
        details=_topic_details,
    ),
    "question": Section(
        title=to_say("Questions"),
        intro=to_say("What several claims answer, side by side."),
        counted=QUESTIONS,
        names=lambda corpus: _by_name((id_, question.asks or id_) for id_, question in corpus.questions.items()),
        link=View.question,
        details=_question_details,
    ),
}
