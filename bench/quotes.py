"""Labelled quotes and made-up articles to how often `find_quote` agrees, and how long it takes.

Run with `python bench/quotes.py` from the project's root. The labelled quotes lie beside the project, in
`../shared/corpora`; without them only the timings are printed.
"""

from __future__ import annotations

import gzip
import json
import random
import statistics
import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.relate.quotes import Verdict, find_quote, prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CORPORA = Path(__file__).resolve().parents[1] / "../shared/corpora"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def main() -> None:
    agreement()
    one_article()
    many_articles()


def agreement() -> None:
    if not (CORPORA / "quotes.jsonl.gz").is_file():
        print(f"agreement: not measured, {CORPORA} is not there")
        return
    texts = {f"reut{story['id']}": story["body"] for story in _lines("reuters_15000.jsonl.gz")}
    rows = [(row, find_quote(row["quote"], texts[row["doc"]])) for row in _lines("quotes.jsonl.gz")]
    for label in (True, False):
        labelled = [match.is_found is label for row, match in rows if row["found"] is label]
        print(f"agreement: labelled {'found' if label else 'not found'}: {sum(labelled)} of {len(labelled)}")
    ruled = Counter(match.reason or match.verdict.value for row, match in rows if row["found"] is None)
    for said, count in sorted(ruled.items(), key=lambda item: (-item[1], item[0])):
        print(f"agreement: ellipsis, without a label: {count:4} {said}")


DRESSED: dict[str, Callable[[str, int], str]] = {
    "without marks": lambda word, _: word,
    "330 links": lambda word, place: f"[{word}](https://example.org/{word}/{place})" if place % 30 == 7 else word,
    "500 emphases": lambda word, place: f"**{word}**" if place % 20 == 7 else word,
    "500 references": lambda word, place: f"[{word}][r{place % 40}]" if place % 20 == 7 else word,
    "500 footnotes": lambda word, place: f"{word}[^{place}]" if place % 20 == 7 else word,
    "500 entities": lambda word, place: f"{word}&nbsp;&amp;" if place % 20 == 7 else word,
    "660 typographic quotations": lambda word, place: f"“{word}’s” —" if place % 15 == 7 else word,
    "soft hyphens": lambda word, place: f"{word}\u00ad{word}" if place % 15 == 7 else word,
    "letters in two characters": lambda word, place: f"{word}e\u0301" if place % 15 == 7 else word,
    "double spaces": lambda word, _: f"{word} ",
}
CLEAR = range(5_000, 5_050)
"""The words among which the quote lies, which have no marks."""


def one_article() -> None:
    print("an article of 10,000 words, a quote of 40, the first call on the text and a later one, in milliseconds:")
    for kind, dress in DRESSED.items():
        words = random.Random(1).choices(vocabulary(random.Random(1)), k=10_000)
        text = "".join((word if at in CLEAR else dress(word, at)) + _gap(at) for at, word in enumerate(words))
        text += "".join(f"\n[r{number}]: https://example.org/{number}" for number in range(40) if "][r" in text)
        middle = words[5_004:5_044]
        quotes = {
            "standing": " ".join(middle),
            "absent": " ".join([*middle[:20], "elsewhere", *middle[20:39]]),
            "elided": f"{' '.join(middle[:17])} … {' '.join(middle[20:])}",
        }
        print(f"  {kind}: " + ", ".join(f"{name} {_cold_and_warm(quote, text)}" for name, quote in quotes.items()))


def _cold_and_warm(quote: str, text: str) -> str:
    ready = prepare(text)
    cold, warm = _milliseconds(partial(find_quote, quote, text)), _milliseconds(partial(find_quote, quote, ready))
    return f"{cold:.2f} and {warm:.2f}"


def many_articles() -> None:
    rng = random.Random(2)
    texts = [article(400, rng, marked=bool(number % 4 == 0)) for number in range(5_000)]
    quotes = [[_quote(text, rng) for _ in range(2)] for text in texts]
    began = time.perf_counter()
    verdicts: Counter[Verdict] = Counter()
    for text, wanted in zip(texts, quotes, strict=True):
        ready = prepare(text)
        verdicts.update(find_quote(quote, ready).verdict for quote in wanted)
    took = time.perf_counter() - began
    counts = ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items()))
    print(f"10,000 quotes in 5,000 articles of 400 words: {took:.2f} s ({counts})")


def article(size: int, rng: random.Random, *, marked: bool) -> str:
    words = rng.choices(vocabulary(rng), k=size)
    return "".join(_dressed(word, place, marked=marked) + _gap(place) for place, word in enumerate(words))


def vocabulary(rng: random.Random) -> list[str]:
    return ["".join(rng.choices(LETTERS, k=rng.randint(2, 9))) for _ in range(3_000)]


def _dressed(word: str, place: int, *, marked: bool) -> str:
    if marked and place % 20 == 7:
        return f"**{word}**"
    return f"“{word}’s”" if marked and place % 30 == 5 else word


def _gap(place: int) -> str:
    return "\n\n" if place % 80 == 79 else "\n" if place % 12 == 11 else " "


def _quote(text: str, rng: random.Random) -> str:
    lines = [line for line in text.split("\n") if line]
    if rng.random() < 0.7:
        return rng.choice(lines)
    words = text.split()
    start = rng.randrange(len(words) - 40)
    quoted = words[start : start + 40]
    if rng.random() < 0.3:
        del quoted[20]
    return " ".join(quoted)


def _milliseconds(call: Callable[[], object]) -> float:
    def once() -> float:
        began = time.process_time()
        call()
        return time.process_time() - began

    return statistics.median(once() for _ in range(41)) * 1000


def _lines(name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(CORPORA / name, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    main()
