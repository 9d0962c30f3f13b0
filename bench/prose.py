"""Draws of a random generator to sentences about an invented coast: no sentence of anybody's, and each with a subject.

Slots stand close together in every sentence, so that two texts share five words in a row about as rarely as real ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

WORDS: Mapping[str, tuple[str, ...]] = {
    name: tuple(entries)
    for name, entries in yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8")).items()
}
"""Word lists and forms of sentences by name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """What a brief's sentences may name."""

    actors: Sequence[Sequence[str]]
    """The names of each actor in it, the usual one first."""
    places: Sequence[str]
    """Places it may happen in."""


def sentence(draw: Random, forms: str, scene: Scene) -> str:
    """One sentence of one of the forms of this name, capitalised."""
    first, second = draw.sample(range(len(scene.actors)), 2)
    text = draw.choice(WORDS[forms]).format(
        actor=_name(draw, scene.actors[first]),
        other=_name(draw, scene.actors[second]),
        place=draw.choice(scene.places),
        thing=draw.choice(WORDS["things"]),
        work=draw.choice(WORDS["works"]),
        whom=draw.choice(WORDS["whom"]),
        when=draw.choice(WORDS["whens"]),
        number=f"{draw.randint(12, 9800):,}",
    )
    return text[0].upper() + text[1:]


def _name(draw: Random, names: Sequence[str]) -> str:
    """Mostly the usual name; every fourth time one of the others."""
    return draw.choice(names) if draw.random() < 1 / 4 else names[0]


def paragraphs(sentences: Sequence[str], size: int = 3) -> str:
    """Sentences as Markdown paragraphs of a few each."""
    parts = (" ".join(sentences[start : start + size]) for start in range(0, len(sentences), size))
    return "\n\n".join(parts) + "\n"
