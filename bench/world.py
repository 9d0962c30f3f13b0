"""A number of briefs to the invented world they are about: actors, places, sources, topics, questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Any

import prose

BRIEFS_PER_ACTOR = 5
BRIEFS_PER_SOURCE = 25
BRIEFS_PER_QUESTION = 20
SHAPE = 1.16
"""Of the Pareto distribution: the one behind “a fifth of the causes, four fifths of the effects”."""
SCALE = 25
"""Rank at which it begins to fall: with it the most frequent actor stands in about a fifth of all briefs."""
ACTOR_KINDS = ("organisation", "public-body", "company", "party", "media", "armed-group")
SOURCE_KINDS = ("newspaper", "newspaper", "online", "broadcaster", "wire", "government", "ngo", "igo", "think-tank")
LANGUAGES = ("en", "en", "fr", "ru")


@dataclass(frozen=True, kw_only=True, slots=True)
class World:
    """Everything that briefs refer to, each as the file's content by id."""

    actors: dict[str, dict[str, Any]]
    """By id, the most frequent first."""
    sources: dict[str, dict[str, Any]]
    topics: dict[str, dict[str, Any]]
    questions: dict[str, dict[str, Any]]
    places: tuple[str, ...]
    actor_ids: tuple[str, ...]
    source_ids: tuple[str, ...]
    topic_ids: tuple[str, ...]
    question_ids: tuple[str, ...]

    def names(self, actor: str) -> tuple[str, ...]:
        """An actor's name, then those of its other names that a text would use."""
        record = self.actors[actor]
        return (record["name"], *(alias["name"] for alias in record["aliases"]))

    def some_actors(self, draw: Random, count: int) -> list[str]:
        """Different actors, drawn from a Pareto distribution over their ranks."""
        chosen: dict[str, None] = {}
        while len(chosen) < count:
            rank = int((draw.paretovariate(SHAPE) - 1) * SCALE)
            if rank < len(self.actor_ids):
                chosen[self.actor_ids[rank]] = None
        return list(chosen)


def world_of(briefs: int, seed: int) -> World:
    """The world for a desk of so many briefs; the same for the same two numbers."""
    draw = Random(f"world {seed}")
    places = _words(draw, prose.WORDS["place_ends"])
    actors = _actors(draw, max(briefs // BRIEFS_PER_ACTOR, 10), places)
    sources = _sources(draw, max(briefs // BRIEFS_PER_SOURCE, 6), places)
    topics = _topics(min(max(briefs // BRIEFS_PER_SOURCE, 8), len(prose.WORDS["trades"]) * 4))
    questions = _questions(draw, max(briefs // BRIEFS_PER_QUESTION, 4), tuple(actors))
    return World(
        actors=actors, sources=sources, topics=topics, questions=questions, places=tuple(places[:200]),
        actor_ids=tuple(actors), source_ids=tuple(sources), topic_ids=tuple(topics), question_ids=tuple(questions),
    )  # fmt: skip


def slug(text: str) -> str:
    """Words as an id."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _words(draw: Random, ends: Sequence[str]) -> list[str]:
    words = ["".join(parts) for parts in product(prose.WORDS["onsets"], prose.WORDS["middles"], ends)]
    draw.shuffle(words)
    return words


def _actors(draw: Random, count: int, places: list[str]) -> dict[str, dict[str, Any]]:
    surnames = _words(draw, prose.WORDS["surname_ends"])
    taken: set[str] = set()
    actors = {}
    for number in range(count):
        actor = _person(draw, surnames[number]) if number % 2 else _body(draw, places[-1 - number], taken)
        actors[slug(actor["name"])] = actor
    return actors


def _person(draw: Random, surname: str) -> dict[str, Any]:
    name = f"{draw.choice(prose.WORDS['first'])} {surname}"
    trade = draw.choice(prose.WORDS["trades"]).lower()
    return {
        "name": name,
        "kind": "person",
        "aliases": [{"name": surname, "use": "common"}, {"name": f"Deputy {surname}", "use": "former"}],
        "description": f"Has spoken for the {trade} trade since {draw.randint(1995, 2011)}.",
        "roles": [{"title": "Deputy", "when": f"{draw.randint(1996, 2008)}/{draw.randint(2009, 2020)}"}],
    }


def _body(draw: Random, place: str, taken: set[str]) -> dict[str, Any]:
    trade, body = draw.choice(prose.WORDS["trades"]), draw.choice(prose.WORDS["bodies"])
    short = f"{place[:2].upper()}{trade[0]}{body[0]}"
    aliases = [{"name": f"{trade} {body} of {place}", "language": "en", "use": "official"}]
    if short not in taken:
        taken.add(short)
        aliases.append({"name": short, "use": "common"})
    return {
        "name": f"{place} {trade} {body}",
        "kind": draw.choice(ACTOR_KINDS),
        "aliases": aliases,
        "description": f"Looks after the {trade.lower()} of {place} and three towns beside it.",
        "active": f"{draw.randint(1890, 1999)}/..",
    }


def _sources(draw: Random, count: int, places: list[str]) -> dict[str, dict[str, Any]]:
    sources = {}
    for number in range(count):
        name = f"{places[number]} {draw.choice(('Courier', 'Gazette', 'Mail', 'Monitor', 'Post', 'Radio', 'Tribune'))}"
        source: dict[str, Any] = {
            "name": name,
            "kind": draw.choice(SOURCE_KINDS),
            "languages": [draw.choice(LANGUAGES)],
        }
        source["url"] = f"https://{slug(name)}.example/"
        if number % 5 == 0:
            source["owner"] = f"{places[number // 10]} Holding"
        if number % 3:
            grade = {"grade": draw.choice("ABBCCD"), "from": "2005-01-01", "basis": "Compared with court records."}
            source["reliability"] = [grade]
        sources[slug(name)] = source
    return sources


def _topics(count: int) -> dict[str, dict[str, Any]]:
    topics: dict[str, dict[str, Any]] = {slug(trade): {"name": trade} for trade in prose.WORDS["trades"][:count]}
    for trade, matter in product(prose.WORDS["trades"], ("labour", "money", "safety")):
        if len(topics) < count:
            topics[slug(f"{trade} {matter}")] = {"name": f"{trade} {matter}", "broader": [slug(trade)]}
    return topics


def _questions(draw: Random, count: int, actors: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    questions = {}
    for number in range(count):
        thing, whom = draw.choice(prose.WORDS["things"]), draw.choice(prose.WORDS["whom"])
        asks = f"How many {whom} were affected by {thing}?"
        question = {"asks": asks, "about": [draw.choice(actors)], "unit": whom}
        questions[f"{slug(thing.removeprefix('the '))}/{slug(whom)}-{number}"] = question
    return questions
