"""Names and stories to two figures: how well linked countries agree with the places of a story, and seconds for 20,000.

`python bench/mentions.py` needs ../shared beside the checkout: 250 countries with 32,000 names in all scripts, and
15,000 agency stories whose editors named the countries concerned. They did not name each country mentioned, and named
the United States for every company report from there, so the figures are printed with and without it. `--quick` times
fewer stories.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dateline.findings import At
from dateline.model.actor import Actor
from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.corpus import Corpus
from dateline.model.settings import Settings
from dateline.relate.lexicon import Lexicon, fold, lexicon
from dateline.relate.mentions import mentions

COUNTRIES = Path(__file__).parents[2] / "shared/corpora/actors_countries.jsonl.gz"
STORIES = COUNTRIES.with_name("reuters_15000.jsonl.gz")
FORMER = {
    "west-germany": "de",
    "east-germany": "de",
    "ussr": "ru",
    "uae": "ae",
    "zaire": "cd",
    "burma": "mm",
    "uk": "gb",
}
"""What the stories of 1987 call a country that the list of today knows by another name."""
TIMED = (5_000, 10_000, 20_000)
QUICK = (1_000, 2_000)
BESIDE = 10
"""Articles in one brief of the desk that is timed."""
SHORT = 2
WORST = 20


class Score(NamedTuple):
    """Pairs of a story and a country."""

    both: int
    only_linked: int
    only_labelled: int

    def __str__(self) -> str:
        precision = self.both / max(1, self.both + self.only_linked)
        recall = self.both / max(1, self.both + self.only_labelled)
        return f"precision {precision:.3f}, recall {recall:.3f} ({self.both:,} pairs agree)"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="fewer stories: shows that it runs")
    sizes = QUICK if options.parse_args().quick else TIMED
    if not (COUNTRIES.exists() and STORIES.exists()):
        print(f"nothing measured: {COUNTRIES} and {STORIES.name} are not there")
        return
    countries, stories = read(COUNTRIES), read(STORIES)
    whole = [actor(row, row["aliases"]) for row in countries]
    longer = [actor(row, [name for name in row["aliases"] if len(name) > SHORT]) for row in countries]
    print_quality("all names of the list", whole, stories)
    print_quality("without its codes of one or two letters, as a desk would list them", longer, stories)
    print_speed(whole, stories, sizes)


def print_quality(what: str, actors: Sequence[Actor], stories: Sequence[Mapping[str, Any]]) -> None:
    names, labels = lexicon(actors), labels_of(actors, stories)
    told = [row for row in stories if row["places"] and all(place in labels for place in row["places"])]
    pairs: Counter[tuple[str, str]] = Counter()
    confusions: Counter[str] = Counter()
    for row in told:
        expected, linked = {labels[place] for place in row["places"]}, linked_in(row, names)
        pairs.update((id_, "both") for id_ in expected & linked.keys())
        pairs.update((id_, "linked") for id_ in linked.keys() - expected)
        pairs.update((id_, "labelled") for id_ in expected - linked.keys())
        confusions.update(f"“{linked[id_]}” linked to {id_}, not labelled" for id_ in sorted(linked.keys() - expected))
        confusions.update(f"{id_} labelled, no name of it linked" for id_ in sorted(expected - linked.keys()))
    print(f"\n{what}: {len(told):,} stories")
    print(f"  every country: {score(pairs, skipped=())}")
    print(f"  but the United States: {score(pairs, skipped=('us',))}")
    for words, count in sorted(confusions.items(), key=lambda item: (-item[1], item[0]))[:WORST]:
        print(f"  {count:6,} x {words}")


def linked_in(row: Mapping[str, Any], names: Lexicon) -> dict[str, str]:
    """Countries and the first words that name them, in a story's title and text."""
    found: dict[str, str] = {}
    for text in (row["title"], row["body"]):
        for span in names.spans(text):
            if len(span.actors) == 1:
                found.setdefault(span.actors[0], text[span.start : span.end])
    return found


def score(pairs: Mapping[tuple[str, str], int], skipped: Iterable[str]) -> Score:
    counts: Counter[str] = Counter()
    for (id_, what), count in pairs.items():
        if id_ not in skipped:
            counts[what] += count
    return Score(counts["both"], counts["linked"], counts["labelled"])


def labels_of(actors: Sequence[Actor], stories: Sequence[Mapping[str, Any]]) -> Mapping[str, str]:
    """The stories' words for countries to ids; a word that no country or more than one has is left out and named."""
    owners: dict[str, set[str]] = {}
    for one in actors:
        for name in one.names:
            owners.setdefault(fold(name), set()).add(one.id)
    places = sorted({place for row in stories for place in row["places"]})
    known = {place: owners.get(place.replace("-", " "), set()) for place in places}
    unknown = [place for place in places if len(known[place]) != 1 and place not in FORMER]
    print(f"\nlabels without a country, and their stories, left out: {', '.join(unknown)}")
    return {place: next(iter(ids)) for place, ids in known.items() if len(ids) == 1} | FORMER


def print_speed(actors: Sequence[Actor], stories: Sequence[Mapping[str, Any]], sizes: Sequence[int]) -> None:
    count = sum(len(one.names) for one in actors)
    begun = time.perf_counter()
    names = lexicon(actors)
    print(f"\n{count:,} names made ready: {time.perf_counter() - begun:.1f} s")
    for size in sizes:
        corpus = corpus_of([stories[number % len(stories)]["body"] for number in range(size)])
        begun = time.perf_counter()
        found = mentions(corpus, names)
        seconds = time.perf_counter() - begun
        total = sum(map(len, found.by_actor.values()))
        print(f"{size:,} articles: {seconds:.1f} s, {total:,} mentions with their sentences")


def corpus_of(bodies: Sequence[str]) -> Corpus:
    slugs = [f"b{number:05}" for number in range(-(-len(bodies) // BESIDE))]
    briefs = {slug: brief(slug) for slug in slugs}
    made = (article(slugs[number // BESIDE], f"a{number % BESIDE}", body) for number, body in enumerate(bodies))
    articles = {one.ref: one for one in made}
    return Corpus(
        settings=Settings(),
        briefs=briefs,
        articles=articles,
        actors={},
        sources={},
        topics={},
        questions={},
        documents={},
    )


def brief(slug: str) -> Brief:
    at = At(f"briefs/2021/{slug}/brief.yaml")
    return Brief.model_validate({"@id": slug, "@year": "2021", "@at": at, "title": slug})


def article(slug: str, name: str, body: str) -> Article:
    data = {"@name": name, "@brief": slug, "@at": At(f"briefs/2021/{slug}/{name}.md"), "@body": body}
    return Article.model_validate({**data, "title": name, "rights": "full"})


def actor(row: Mapping[str, Any], aliases: Sequence[str]) -> Actor:
    id_ = row["id"].lower()
    data = {"@id": id_, "@at": At(f"briefs/actors/{id_}.yaml"), "name": row["name"], "kind": "state"}
    return Actor.model_validate({**data, "aliases": [{"name": name} for name in aliases if name.strip()]})


def read(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return list(rows(lines))


def rows(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in lines)


if __name__ == "__main__":
    main()
