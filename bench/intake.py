"""Saved pages to figures: titles, dates and text of `dateline import`, beside the libraries it rests on alone.

`python bench/intake.py` needs ../shared beside the checkout; `-v` lists every date that is not the gold one.
"""

from __future__ import annotations

import json
import re
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from dateline.desk.intake.extract import extract
from dateline.desk.intake.found import IntakeError

CORPORA = Path(__file__).parents[2] / "shared/corpora"
LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
WORD = re.compile(r"\w+")


class Page(NamedTuple):
    """A page and what people say it holds."""

    file: str
    data: bytes
    gold: dict[str, Any]


class Reading(NamedTuple):
    """What one way of extraction makes of a page."""

    title: str | None
    published: str | None
    body: str


def main() -> None:
    for name in ("import_news_share", "import_readability"):
        archive = CORPORA / f"{name}.tar.gz"
        if archive.exists():
            measure(name, tuple(pages(archive)))
        else:
            print(f"{name} not measured: {archive} is not there")
    archive = CORPORA / "import_encodings.tar.gz"
    if archive.exists():
        measure_encodings(tuple(pages(archive)))


def pages(archive: Path) -> Iterator[Page]:
    with tarfile.open(archive) as tar:
        files = {member.name: tar.extractfile(member) for member in tar.getmembers() if member.isfile()}
        data = {name.removeprefix("./"): file.read() for name, file in files.items() if file}
    for line in data["gold.jsonl"].decode().splitlines():
        row = json.loads(line)
        yield Page(row["file"], data[row["file"]], row["gold"])


def measure(name: str, corpus: tuple[Page, ...]) -> None:
    print(f"\n{name}: {len(corpus)} pages")
    print(f"{'':24}{'title':>7}{'date right':>12}{'wrong':>7}{'none':>6}{'F1 of 4-grams':>15}{'ms/page':>9}")
    for way, read in WAYS.items():
        begun = time.perf_counter()
        readings = [read(page) for page in corpus]
        spent = (time.perf_counter() - begun) / len(corpus) * 1000
        print(f"{way:24}{figures(corpus, readings)}{spent:>9.0f}")
        if way == "dateline import" and "-v" in sys.argv:
            list_departures(corpus, readings)


def figures(corpus: tuple[Page, ...], readings: list[Reading]) -> str:
    both = list(zip(corpus, readings, strict=True))
    titles = sum(words(page.gold["title"]) == words(reading.title) for page, reading in both) / len(both)
    dated = [(day, reading.published) for page, reading in both if (day := (page.gold.get("date") or "")[:10])]
    right = sum(day == published for day, published in dated)
    missing = sum(published is None for _, published in dated)
    score = sum(f1(reading.body, page.gold["body"]) for page, reading in both) / len(both)
    return f"{titles:>7.1%}{right:>12}{len(dated) - right - missing:>7}{missing:>6}{score:>15.4f}"


def list_departures(corpus: tuple[Page, ...], readings: list[Reading]) -> None:
    for page, reading in zip(corpus, readings, strict=True):
        day = (page.gold.get("date") or "")[:10]
        if day and day != reading.published:
            print(f"  {page.file}: gold {day}, found {reading.published}")


def measure_encodings(corpus: tuple[Page, ...]) -> None:
    """How many passages that must be in a text are there, letter by letter."""
    there = sum(squeezed(must) in squeezed(plain(page)) for page in corpus for must in page.gold["must"])
    print(f"\nimport_encodings: {there} of {sum(len(page.gold['must']) for page in corpus)} passages found")


def plain(page: Page) -> str:
    try:
        return LINK.sub(r"\1", extract(page.data, page.file).body)
    except IntakeError as refused:
        return str(refused)


def squeezed(text: str) -> str:
    return "".join(WORD.findall(text))


def words(text: str | None) -> list[str]:
    return WORD.findall((text or "").casefold())


def f1(ours: str, theirs: str) -> float:
    found, gold = grams(LINK.sub(r"\1", ours)), grams(theirs)
    return 2 * (found & gold).total() / max(1, found.total() + gold.total())


def grams(text: str) -> Counter[tuple[str, ...]]:
    each = words(text)
    return Counter(tuple(each[at : at + 4]) for at in range(max(1, len(each) - 3)))


def ours(page: Page) -> Reading:
    try:
        found = extract(page.data, page.file)
    except IntakeError:
        return Reading(None, None, "")
    return Reading(found.title, found.published, found.body)


def trafilatura_alone(page: Page) -> Reading:
    from trafilatura import bare_extraction

    found = bare_extraction(page.data, with_metadata=True)
    return Reading(found.title, found.date, found.text or "") if found else Reading(None, None, "")


def htmldate_alone(page: Page) -> Reading:
    from htmldate import find_date

    return Reading(None, find_date(page.data.decode("utf-8", "replace"), original_date=True), "")


def justext_alone(page: Page) -> Reading:
    """The paragraphs jusText keeps, in English: it comes with trafilatura, so that it can be compared at no cost."""
    import justext

    paragraphs = justext.justext(page.data, justext.get_stoplist("English"))
    return Reading(None, None, "\n\n".join(each.text for each in paragraphs if not each.is_boilerplate))


WAYS: dict[str, Callable[[Page], Reading]] = {
    "dateline import": ours,
    "trafilatura alone": trafilatura_alone,
    "htmldate alone": htmldate_alone,
    "jusText alone": justext_alone,
}

if __name__ == "__main__":
    main()
