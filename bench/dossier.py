"""What one brief is about to its dates, claims, articles and the quotes that tie them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from random import Random
from typing import Any, NamedTuple

import prose
from world import World

CLAIM_KINDS = ("fact", "fact", "statement", "figure", "allegation", "estimate", "forecast")
HOW = ("document", "eyewitness", "participant", "named-official", "anonymous", "second-hand")
RIGHTS = ("excerpt", "excerpt", "excerpt", "full", "link")
AGENCY = "Lower Coast Wire"
COPIED = 1 / 4
"""Share of second articles that carry the first one's text."""
SUMMARISED = 1 / 12
"""Share of articles of which the desk has only a summary of its own."""
ELIDED = 1 / 20
"""Share of quotes with a part left out."""
LONG = 15
"""Words a sentence needs before a part of it can be left out."""


class Article(NamedTuple):
    """One article file."""

    name: str
    front: dict[str, Any]
    sentences: list[str]


def event(draw: Random, day: dt.date, actors: Sequence[str], scene: prose.Scene, claims: list[str]) -> dict[str, Any]:
    """An entry of `dates`, a good third of them uncertain."""
    when = day - dt.timedelta(days=draw.randrange(90))
    later = when + dt.timedelta(days=draw.randint(1, 9))
    uncertain = (
        f"{when}~", f"{when}?", f"{when:%Y-%m}", f"{when:%Y-%m}~", f"{when}/{later}", f"[{when},{later}]",
        f"../{when:%Y-%m}", f"{when:%Y}-2{1 + when.month % 4}",
    )  # fmt: skip
    entry: dict[str, Any] = {"when": str(when), "what": prose.sentence(draw, "happened", scene)}
    if draw.random() < 2 / 5:
        entry |= {"when": draw.choice(uncertain), "until_known": "The papers of that week give no single day."}
    entry["who"] = draw.sample(actors, 2)
    if draw.random() < 1 / 2:
        entry["where"] = draw.choice(scene.places)
    return entry | {"claims": [draw.choice(claims)], "status": draw.choice(("reported", "reported", "confirmed"))}


def claim(
    world: World, draw: Random, day: dt.date, actors: Sequence[str], scene: prose.Scene, id_: str
) -> dict[str, Any]:
    """An entry of `claims`, without its evidence."""
    entry: dict[str, Any] = {"id": id_, "says": prose.sentence(draw, "judged", scene)}
    entry |= {"kind": draw.choice(CLAIM_KINDS), "about": [draw.choice(actors)]}
    if draw.random() < 1 / 2:
        entry |= {"by": [draw.choice(actors)], "said": str(day)}
    if draw.random() < 1 / 6:
        entry["answers"] = draw.choice(world.question_ids)
        entry["value"] = {"number": draw.randint(12, 9800), "bound": draw.choice(("exactly", "about", "at-least"))}
    return entry | {"status": draw.choice(("unassessed", "supported"))}


def articles(world: World, draw: Random, day: dt.date, scene: prose.Scene, words: int) -> list[Article]:
    """One to three articles that share so many words; now and then the second is a copy of the first."""
    made: list[Article] = []
    for source in draw.sample(world.source_ids, count := draw.randint(1, 3)):
        published = day + dt.timedelta(days=draw.randrange(4))
        front: dict[str, Any] = {
            "title": prose.sentence(draw, "titles", scene),
            "source": source,
            "authors": [f"{draw.choice(prose.WORDS['first'])} {draw.choice(prose.WORDS['onsets'])}son"],
            "url": f"https://{source}.example/{published:%Y/%m}/{draw.randrange(10**6)}",
            "published": str(published),
            "accessed": str(day + dt.timedelta(days=5)),
            "language": "en",
            "place": draw.choice(scene.places),
            "rights": draw.choice(RIGHTS),
        }
        if draw.random() < SUMMARISED:
            front |= {"text": "summary", "rights": "full"}
        if len(made) == 1 and draw.random() < COPIED:
            made[0].front["agency"] = front["agency"] = AGENCY
            made.append(Article(source, front, made[0].sentences))
        else:
            made.append(Article(source, front, _as_printed(draw, _sentences(draw, scene, words // count))))
    return made


def _sentences(draw: Random, scene: prose.Scene, words: int) -> list[str]:
    sentences: list[str] = []
    while not sentences or sum(len(text.split()) for text in sentences) < words - 9:
        sentences.append(prose.sentence(draw, "reported", scene))
    return sentences


def _as_printed(draw: Random, sentences: list[str]) -> list[str]:
    """Typographic marks and fixed spaces in a third of the papers, plain ones in the others."""
    if draw.random() < 1 / 3:
        return [text.replace("'", "’").replace(" crowns", "\u00a0crowns") for text in sentences]
    return [text.replace("“", '"').replace("”", '"') for text in sentences]


def evidence(draw: Random, stored: Sequence[Article]) -> list[dict[str, Any]]:
    """One or two passages, each of another article, quoted as an editor types them."""
    chosen = draw.sample(stored, min(len(stored), draw.randint(1, 2)))
    return [
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
