"""What one brief is about to its dates, claims, articles and the quotes that tie them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, NamedTuple

import prose
from world import World

CLAIM_KINDS = ("fact", "fact", "statement", "figure", "allegation", "estimate", "forecast")
SAID = ("statement", "allegation")
HOW = ("document", "eyewitness", "participant", "named-official", "anonymous", "second-hand")
RIGHTS = ("excerpt", "excerpt", "excerpt", "full", "link")
AGENCY = "Lower Coast Wire"
UNCERTAIN, PLACED, SPOKEN, ANSWERING = 2 / 5, 1 / 2, 1 / 2, 1 / 20
"""Shares of dates that are uncertain or have a place, of other claims that have a speaker, of claims that answer."""
HALF_A_SENTENCE = 9
"""Words."""
COPIED = 1 / 4
"""Share of second articles that carry the first one's text."""
SUMMARISED = 1 / 12
"""Share of articles of which the desk has only a summary of its own."""
ELIDED = 1 / 20
"""Share of quotes with a part left out."""
LONG = 15
"""Words a sentence needs before a part of it can be left out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Affair:
    """What one brief is about, and where its choices come from."""

    world: World
    draw: Random
    day: dt.date
    """Around it everything in the brief happened."""
    actors: Sequence[str]
    """Ids of those it declares."""
    scene: prose.Scene
    """What its sentences may name."""

    def sentence(self, forms: str) -> str:
        """One sentence of one of the forms of this name."""
        return prose.sentence(self.draw, forms, self.scene)


def affair_of(world: World, draw: Random, day: dt.date) -> Affair:
    """Three to six actors, and the places it all happens in."""
    actors = world.some_actors(draw, draw.randint(3, 6))
    # Prose also names somebody whom the brief does not declare, as real prose does.
    named = dict.fromkeys((*actors, *world.some_actors(draw, 1)))
    scene = prose.Scene(actors=[world.names(id_) for id_ in named], places=draw.sample(world.places, 3))
    return Affair(world=world, draw=draw, day=day, actors=actors, scene=scene)


class Article(NamedTuple):
    """One article file."""

    name: str
    front: dict[str, Any]
    sentences: list[str]


def event(affair: Affair, claims: Sequence[str]) -> dict[str, Any]:
    """An entry of `dates`, two in five of them uncertain."""
    draw = affair.draw
    day = affair.day - dt.timedelta(days=draw.randrange(90))
    entry: dict[str, Any] = {"when": str(day), "what": affair.sentence("happened")}
    if draw.random() < UNCERTAIN:
        entry |= {"when": _uncertain(draw, day), "until_known": "The papers of that week give no single day."}
    entry["who"] = draw.sample(affair.actors, 2)
    if draw.random() < PLACED:
        entry["where"] = draw.choice(affair.scene.places)
    return entry | {"claims": [draw.choice(claims)], "status": draw.choice(("reported", "reported", "confirmed"))}


def _uncertain(draw: Random, day: dt.date) -> str:
    later = day + dt.timedelta(days=draw.randint(1, 9))
    quarter = f"{day:%Y}-{33 + (day.month - 1) // 3}"
    month = f"{day:%Y-%m}"
    return draw.choice(
        (f"{day}~", f"{day}?", month, f"{month}~", f"{day}/{later}", f"[{day},{later}]", f"../{month}", quarter)
    )


def claim(affair: Affair, id_: str) -> dict[str, Any]:
    """An entry of `claims`, without its evidence."""
    draw = affair.draw
    entry: dict[str, Any] = {"id": id_, "says": affair.sentence("judged")}
    entry |= {"kind": draw.choice(CLAIM_KINDS), "about": [draw.choice(affair.actors)]}
    if entry["kind"] in SAID or draw.random() < SPOKEN:
        entry |= {"by": [draw.choice(affair.actors)], "said": str(affair.day)}
    if draw.random() < ANSWERING:
        entry["answers"] = draw.choice(affair.world.question_ids)
        entry["value"] = {"number": draw.randint(12, 9800), "bound": draw.choice(("exactly", "about", "at-least"))}
    return entry | {"status": draw.choice(("unassessed", "supported"))}


def articles(affair: Affair, words: int) -> list[Article]:
    """One to three articles that share so many words; now and then the second is a copy of the first."""
    draw, made = affair.draw, list[Article]()
    for source in draw.sample(affair.world.source_ids, count := draw.randint(1, 3)):
        front = _front(affair, source)
        if len(made) == 1 and draw.random() < COPIED:
            made[0].front["agency"] = front["agency"] = AGENCY
            made.append(Article(source, front, made[0].sentences))
        else:
            made.append(Article(source, front, _as_printed(draw, _sentences(affair, words // count))))
    return made


def _front(affair: Affair, source: str) -> dict[str, Any]:
    draw = affair.draw
    published = affair.day + dt.timedelta(days=draw.randrange(4))
    front: dict[str, Any] = {
        "title": affair.sentence("titles"),
        "source": source,
        "authors": [f"{draw.choice(prose.WORDS['first'])} {draw.choice(prose.WORDS['onsets'])}son"],
        "url": f"https://{source}.example/{published:%Y/%m}/{draw.randrange(10**6)}",
        "published": str(published),
        "accessed": str(affair.day + dt.timedelta(days=5)),
        "language": "en",
        "place": draw.choice(affair.scene.places),
        "rights": draw.choice(RIGHTS),
    }
    if draw.random() < SUMMARISED:
        front |= {"text": "summary", "rights": "full"}
    return front | {"licence": "CC-BY-4.0"} if front["rights"] == "full" else front


def _sentences(affair: Affair, words: int) -> list[str]:
    sentences: list[str] = []
    while not sentences or sum(len(text.split()) for text in sentences) < words - HALF_A_SENTENCE:
        sentences.append(affair.sentence("reported"))
    return sentences


def _as_printed(draw: Random, sentences: list[str]) -> list[str]:
    """Typographic marks and fixed spaces in a third of the papers, plain ones in the others."""
    if draw.random() < 1 / 3:
        return [text.replace("'", "’").replace(" crowns", "\u00a0crowns") for text in sentences]
    return [text.replace("“", '"').replace("”", '"') for text in sentences]


def add_evidence(draw: Random, claims: Sequence[dict[str, Any]], stored: Sequence[Article]) -> None:
    """Passages for each claim, quoted as an editor types them; the first claim rests on every article."""
    for index, entry in enumerate(claims):
        chosen = draw.sample(stored, min(len(stored), draw.randint(1, 2))) if index else stored
        entry["evidence"] = [
            {"article": article.name, "quote": _quote(draw, article.sentences), "how": draw.choice(HOW)}
            for article in chosen
        ]


def _quote(draw: Random, sentences: Sequence[str]) -> str:
    """A stretch that stands in the text once, with plain marks."""
    whole = draw.choice(sentences)
    words = whole.split(" ")
    length = draw.randint(6, 12)
    start = draw.randint(0, max(len(words) - length, 0))
    stretch = " ".join(words[start : start + length])
    if len(words) >= LONG and draw.random() < ELIDED:
        stretch = f"{' '.join(words[:5])} … {' '.join(words[-5:])}"
    elif " ".join(sentences).count(stretch) > 1:
        stretch = whole
    return stretch.replace("’", "'").replace("\u00a0", " ")
