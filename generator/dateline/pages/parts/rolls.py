"""The lists on the page of a thing: what each shows, and the pages that show the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from dateline.model.corpus import Corpus
from dateline.model.words.catalogue import Interface, to_say
from dateline.pages import links
from dateline.pages.escape import Safe
from dateline.pages.parts.kinds_of_roll import (
    answer_roll,
    article_roll,
    brief_roll,
    claim_roll,
    mention_roll,
    passage_roll,
    relation_roll,
    timeline_roll,
)
from dateline.pages.parts.roll import EMPTY, Desk, Roll, Values
from dateline.pages.parts.shelf import Shelf, rooms, shelf, stretch
from dateline.pages.parts.ways_back import QUESTIONS, WAYS_BACK
from dateline.pages.template import fill
from dateline.pages.view import UNDATED, View
from dateline.relate.relations import Relations
from dateline.relate.watch import notes_of

SHELVES: Final = {
    "actor": "actors", "topic": "topics", "source": "sources", "question": "questions", "brief": "briefs",
}  # fmt: skip
"""Where the corpus has what the lists are about."""


def cut(corpus: Corpus, relations: Relations, kind: str, id_: str, name: str) -> Shelf[Any]:
    """A list as its page shows it, with the parts it is split into where it is long."""
    desk, notes = Desk(corpus, relations), notes_of(relations)
    if notes is None:
        return _cut(desk, kind, id_, name)
    # A page that gets a list which was cut for another one has read all that it was cut from.
    lists = notes.once(("items", kind, id_), lambda: _items.__wrapped__(desk, kind, id_))
    return notes.once(("cut", kind, id_, name), lambda: _shelf(desk, kind, name, lists))


@lru_cache(maxsize=8)
def _cut(desk: Desk, kind: str, id_: str, name: str) -> Shelf[Any]:
    return _shelf(desk, kind, name, _items(desk, kind, id_))


@lru_cache(maxsize=8)
def _items(desk: Desk, kind: str, id_: str) -> Mapping[str, Sequence[Any]]:
    return {name: roll.items(desk, id_) for name, roll in ROLLS[kind].items()}


def _shelf(desk: Desk, kind: str, name: str, lists: Mapping[str, Sequence[Any]]) -> Shelf[Any]:
    room = rooms({other: len(items) for other, items in lists.items()})[name]
    return shelf(lists[name], lambda item: ROLLS[kind][name].when(desk.corpus, item), room)


def rolls_of(view: View, kind: str, id_: str) -> dict[str, Values]:
    """All lists of a thing, as its page shows them."""
    return {name: _shown(view, kind, id_, name) for name in ROLLS[kind]}


def _shown(view: View, kind: str, id_: str, name: str) -> Values:
    its = cut(view.corpus, view.relations, kind, id_, name)
    own = {
        "title": view.say(ROLLS[kind][name].title),
        "any": bool(its.shown or its.parts),
        "more": parts(view, kind, id_, name, its) if its.parts else "",
    }
    return {**laid_out(view, kind, id_, name, its.shown), **own}


def ways_back(rolls: Mapping[str, Values], *names: str) -> list[Values]:
    """What `parts/ways_back.md.j2` needs: those of a page's lists that only say who names it."""
    return [rolls[name] for name in names if rolls[name]["any"]]


def laid_out(view: View, kind: str, id_: str, name: str, items: Sequence[Any]) -> Values:
    """What `parts/roll.md.j2` needs for some items of a list."""
    roll = ROLLS[kind][name]
    return EMPTY | {"layout": roll.layout, **roll.values(view, id_, items)}


def line_of(view: View, kind: str, id_: str, name: str, item: Any) -> str:
    """One item of a list by itself, as Markdown."""
    return fill("parts/roll.md.j2", {"roll": laid_out(view, kind, id_, name, (item,))}, view.language)


def labels(words: Interface, corpus: Corpus, kind: str, name: str, its: Shelf[Any]) -> Mapping[str, str]:
    """What each part of a list is called: its time, and its number where that says too little."""
    when = ROLLS[kind][name].when
    times = {part: _time(words, stretch(its, lambda item: when(corpus, item))) for part, its in its.parts.items()}
    if set(times.values()) == {_time(words, UNDATED)}:
        return {part: words.say("part {number}", number=int(part)) for part in times}
    seen = Counter(times.values())
    return {
        part: time if seen[time] == 1 else words.say("{title}, part {number}", title=time, number=int(part))
        for part, time in times.items()
    }


def _time(words: Interface, time: str) -> str:
    return words.digits(time.replace(UNDATED, words.say("undated")))


def parts(view: View, kind: str, id_: str, name: str, its: Shelf[Any]) -> Safe:
    """Where all of a list can be read that a page shows the latest of."""
    count = view.say_n(*ROLLS[kind][name].counted, sum(map(len, its.parts.values())))
    names = labels(view.interface, view.corpus, kind, name, its)
    ways = [links.link(names[part], view.to(links.part_of(kind, id_, name, part))) for part in its.parts]
    is_dated = any(ROLLS[kind][name].when(view.corpus, item) for item in its.shown)
    latest = view.say(_few(its, is_dated=is_dated), shown=len(its.shown), all=count)
    return Safe(f"{latest} ") + view.safe("All of them: {parts}", parts=Safe(" · ").join(ways))


def _few(its: Shelf[Any], *, is_dated: bool) -> str:
    if not its.shown:
        return "{all}."
    return to_say("The latest {shown} of {all}.") if is_dated else to_say("{shown} of {all}.")


NAMED: Final = passage_roll(lambda desk, id_: desk.relations.backlinks.written.get(id_, ()))
ROLLS: Mapping[str, Mapping[str, Roll]] = {
    "actor": {
        "timeline": timeline_roll(lambda desk, id_: desk.relations.timeline.by_actor.get(id_, ())),
        "said": claim_roll(
            to_say("What it said"),
            lambda desk, id_: desk.relations.backlinks.claims_by.get(id_, ()),
            "parts/said.md.j2",
        ),
        "about": claim_roll(
            to_say("What is said about it"),
            lambda desk, id_: desk.relations.backlinks.claims_about.get(id_, ()),
            "parts/said_about.md.j2",
        ),
        "briefs": brief_roll(lambda desk, id_: desk.relations.backlinks.briefs_by_actor.get(id_, ())),
        "mentions": mention_roll(lambda desk, id_: desk.relations.mentions.by_actor.get(id_, ())),
        "relations": relation_roll(lambda desk, id_: desk.relations.backlinks.ties_of.get(id_, ())),
        "questions": QUESTIONS,
    },
    "topic": {
        "briefs": brief_roll(lambda desk, id_: desk.relations.backlinks.briefs_by_topic.get(id_, ())),
        "claims": claim_roll(
            to_say("Claims about it"),
            lambda desk, id_: desk.relations.backlinks.claims_about.get(id_, ()),
            "parts/said_about.md.j2",
        ),
        "timeline": timeline_roll(lambda desk, id_: desk.relations.timeline.by_topic.get(id_, ())),
        "named": NAMED,
        "questions": QUESTIONS,
    },
    "brief": WAYS_BACK,
    "source": {
        "articles": article_roll(lambda desk, id_: desk.relations.backlinks.articles_by_source.get(id_, ())),
        "named": NAMED,
    },
    "question": {"answers": answer_roll(lambda desk, id_: desk.relations.contests[id_].answers)},
}
"""The lists on a page share its room; what does not fit has pages of its own."""
