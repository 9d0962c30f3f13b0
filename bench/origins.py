"""Articles to three figures: precision and recall on labelled pairs, and seconds for 5,000 articles cited together.

`python bench/origins.py` makes a desk of its own and times it; with ../shared beside the checkout it also scores the
pairs labelled same, contained and different, and lists each that goes wrong.
"""

from __future__ import annotations

import gzip
import json
import random
import resource
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.findings import At
from dateline.model.article import Article
from dateline.model.corpus import Corpus
from dateline.model.settings import Settings
from dateline.relate.origins import origins

PAIRS = Path(__file__).parents[2] / "shared/corpora/neardup_pairs.jsonl.gz"
TEXTS = PAIRS.with_name("neardup_docs.jsonl.gz")
TOGETHER = {"same", "contained"}
APART = {"different"}
"""The labels are computed and not given by people: what lies between is not scored."""
ARTICLES = 5_000
WORDS = 600
SETS = (5, 40, 1_000, ARTICLES)
"""Articles cited together, in the desks that are timed."""


def main() -> None:
    if PAIRS.exists():
        print_quality(read(PAIRS), {row["id"]: row["text"] for row in read(TEXTS)})
    else:
        print(f"no precision and recall measured: {PAIRS} is not there")
    print(f"{ARTICLES:,} articles of {WORDS} words:")
    for name, corpus in (("different", corpus_of(different_texts())), ("half of them copies", corpus_of(copies()))):
        for size in SETS:
            print_speed(name, corpus, size)
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def print_quality(rows: Sequence[Mapping[str, Any]], texts: Mapping[str, str]) -> None:
    """Each pair is a claim of its own that cites the two articles; nothing but the text is known of them."""
    answers = origins(corpus_of(texts))
    counts = {(label, joined): 0 for label in (*TOGETHER, *APART) for joined in (True, False)}
    for row in rows:
        if row["label"] in TOGETHER | APART:
            joined = len(answers.groups((ref(row["a"]), ref(row["b"])))) == 1
            counts[row["label"], joined] += 1
            if joined != (row["label"] in TOGETHER):
                print(f"  wrong: {row['a']} and {row['b']} are {row['label']} ({row['containment']})")
    right = sum(counts[label, True] for label in TOGETHER)
    wrong = sum(counts[label, True] for label in APART)
    missed = sum(counts[label, False] for label in TOGETHER)
    print(f"labelled pairs: {right + missed} together, {sum(counts[label, False] for label in APART) + wrong} apart")
    print(f"precision {right / (right + wrong):.3f}, recall {right / (right + missed):.3f}")


def print_speed(name: str, corpus: Corpus, size: int) -> None:
    refs = list(corpus.articles)
    begun = time.process_time()
    answers = origins(corpus)
    found = sum(len(answers.groups(refs[start : start + size])) for start in range(0, len(refs), size))
    seconds = time.process_time() - begun
    print(f"{name}, {size:,} cited together: {seconds:.1f} s of one core, {found:,} origins")


def different_texts() -> Mapping[str, str]:
    draw = random.Random(20210915)
    vocabulary = [f"w{number}" for number in range(20_000)]
    return {f"a{number:04}": " ".join(draw.choices(vocabulary, k=WORDS)) for number in range(ARTICLES)}


def copies() -> Mapping[str, str]:
    """Every second text is the one before it with one word in thirty changed."""
    draw = random.Random(20210916)
    texts = dict(different_texts())
    names = list(texts)
    for original, copy in zip(names[::2], names[1::2], strict=True):
        words = texts[original].split()
        texts[copy] = " ".join("changed" if draw.random() < 1 / 30 else word for word in words)
    return texts


def corpus_of(texts: Mapping[str, str]) -> Corpus:
    articles = {ref(name): article(name, text) for name, text in texts.items()}
    return Corpus(
        settings=Settings(), briefs={}, articles=articles, actors={}, sources={}, topics={}, questions={}, documents={}
    )


def article(name: str, text: str) -> Article:
    at = At(f"briefs/2021/bench/{name}.md")
    return Article.model_validate({"@name": name, "@brief": "bench", "@at": at, "@body": text, "title": name})


def ref(name: str) -> str:
    return f"bench/{name}"


def read(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


if __name__ == "__main__":
    main()
