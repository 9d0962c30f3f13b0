"""A number of briefs and a seed to a whole desk, the same bytes every time: what the measurements build.

`python bench/desk.py --briefs 1000 --out DIR [--seed 1]`
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

import dossier
import prose
from dossier import Affair
from world import World, slug, world_of

WORDS = 450
"""Words of prose in a brief: summary, body, claims, quotes, dates and stored articles together."""
QUOTED = 16
"""Words quoted for a claim, in the mean."""
FIRST_DAY, DAYS = dt.date(2012, 1, 1), 3650
CLAIM_IDS = ("main", "reason", "figure", "outlook")
DRAFT_EVERY = 50
"""A desk at work has a few drafts, which readers do not see."""
CONFIG = """\
site_name: A measured desk
site_url: https://desk.example/
theme:
  name: material
  font: false
  features: [navigation.indexes, navigation.top]
plugins:
  - dateline:
      format: 1
markdown_extensions:
  - toc:
      permalink: true
      toc_depth: 3
nav:
  - Home: index.md
  - Briefs: briefs/index.md
  - Timeline: timeline/index.md
  - Actors: actors/index.md
  - Sources: sources/index.md
  - Topics: topics/index.md
  - Questions: questions/index.md
  - About: about.md
"""


class Plain(yaml.CSafeDumper):
    """YAML as an editor writes it, without anchors."""

    def represent_str(self, data: str) -> yaml.ScalarNode:
        """Text of several paragraphs as a block."""
        return self.represent_scalar("tag:yaml.org,2002:str", data, style="|" if "\n" in data else None)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # yaml's signature
        """Lists that happen to be equal are written out each time."""
        return True


Plain.add_representer(str, Plain.represent_str)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefs", type=int, default=1000)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    files = write_desk(options.out, options.briefs, options.seed)
    print(f"{files} files are in {options.out}")


def write_desk(folder: Path, briefs: int, seed: int = 1) -> int:
    """Write a desk of so many briefs; returns how many files. Raises FileExistsError where one is already."""
    folder.mkdir(parents=True)
    count = 0
    for name, content in desk(briefs, seed):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        count += 1
    return count


def desk(briefs: int, seed: int) -> Iterator[tuple[str, str]]:
    """Every file of a desk and its content."""
    world = world_of(briefs, seed)
    yield "mkdocs.yml", CONFIG
    yield "docs/about.md", "# About\n\nA desk of invented people and places, made to be measured.\n"
    yield "briefs/topics.yaml", _yaml(world.topics)
    yield "briefs/questions.yaml", _yaml(world.questions)
    for kind, records in (("actors", world.actors), ("sources", world.sources)):
        for id_, record in records.items():
            yield f"briefs/{kind}/{id_}.yaml", _yaml(record)
    for number in range(briefs):
        yield from _brief_files(world, number, Random(f"brief {seed} {number}"))


def _brief_files(world: World, number: int, draw: Random) -> Iterator[tuple[str, str]]:
    affair = dossier.affair_of(world, draw, FIRST_DAY + dt.timedelta(days=draw.randrange(DAYS)))
    ids = CLAIM_IDS[: draw.randint(2, 4)]
    brief = _brief(affair, number)
    brief["dates"] = [dossier.event(affair, ids) for _ in range(draw.randint(2, 3))]
    brief["claims"] = [dossier.claim(affair, id_) for id_ in ids]
    articles = dossier.articles(affair, WORDS - _words(brief))
    dossier.add_evidence(draw, brief["claims"], articles)
    folder = f"briefs/{affair.day.year}/{slug_of(number)}"
    yield f"{folder}/brief.yaml", _yaml(brief)
    for article in articles:
        yield f"{folder}/{article.name}.md", f"---\n{_yaml(article.front)}---\n{prose.paragraphs(article.sentences)}"


def _words(brief: dict[str, Any]) -> int:
    """Words of its prose, and of the quotes still to come."""
    texts = [brief["title"], brief["summary"], brief["body"], *(event["what"] for event in brief["dates"])]
    texts += [claim["says"] for claim in brief["claims"]]
    return sum(len(text.split()) for text in texts) + QUOTED * len(brief["claims"])


def slug_of(number: int) -> str:
    """The slug of a brief by its place in the desk, known before the brief is written."""
    return f"{slug(prose.WORDS['things'][number % len(prose.WORDS['things'])].removeprefix('the '))}-{number:05d}"


def _brief(affair: Affair, number: int) -> dict[str, Any]:
    draw, actors = affair.draw, affair.actors
    brief: dict[str, Any] = {
        "title": affair.sentence("titles"),
        "summary": f"{affair.sentence('judged')} {affair.sentence('judged')}",
        "published": str(affair.day + dt.timedelta(days=draw.randint(1, 20))),
        "topics": draw.sample(affair.world.topic_ids, draw.randint(1, 3)),
        "actors": [{"actor": actors[0], "role": "Convened it"}, *actors[1:]],
        "authors": "The measuring desk",
        "body": _body(affair, number),
    }
    if number % DRAFT_EVERY == DRAFT_EVERY - 1:
        brief["state"] = "draft"
    elif (earlier := _earlier(draw, number)) is not None:
        brief["related"] = [{"brief": slug_of(earlier), "why": "The same lock keepers speak in both."}]
    return brief


def _body(affair: Affair, number: int) -> str:
    """The brief's own prose, with a link to an actor and, now and then, to an earlier brief's claim."""
    sentences = [affair.sentence("explained") for _ in range(3)]
    sentences.append(f"The part of [[{affair.actors[-1]}]] in this is told by few.")
    if (earlier := _earlier(affair.draw, number)) is not None:
        sentences.append(f"How it began stands in [[{slug_of(earlier)}#main]].")
    return prose.paragraphs(sentences)


def _earlier(draw: Random, number: int) -> int | None:
    """Now and then the number of an earlier brief that is published."""
    earlier = draw.randrange(max(number, 1))
    drafted = earlier % DRAFT_EVERY == DRAFT_EVERY - 1
    return earlier if draw.random() < 1 / 4 and number and not drafted else None


def _yaml(data: Any) -> str:
    return yaml.dump(data, Dumper=Plain, allow_unicode=True, sort_keys=False, width=1000)


if __name__ == "__main__":
    main()
