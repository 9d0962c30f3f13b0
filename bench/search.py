"""A large index to what a search costs, over http and from a disk, cold and warm, and whether its answers are right.

`python bench/search.py [--entries 20000] [--cold 30]`; needs ../shared/corpora/reuters_15000.jsonl.gz and a Chromium.
Texts, places, topics and days are Reuters' of 1987; entries beyond the corpus join halves of two stories, and actors
are invented, so that the last column of facets is as large as a desk's.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import statistics
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from playwright.sync_api import Page  # noqa: E402

from browsing import launched, served  # noqa: E402
from dateline.publish.asset import Asset  # noqa: E402
from dateline.publish.outputs import web_assets  # noqa: E402
from dateline.publish.search.entry import FACETS, Entry  # noqa: E402
from dateline.publish.search.inverted import Index, index  # noqa: E402
from dateline.publish.search.made import index_of  # noqa: E402
from dateline.publish.search.match import Forms  # noqa: E402
from dateline.publish.search.narrow import Range, counts, narrowed  # noqa: E402
from dateline.publish.search.rank import search  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpora" / "reuters_15000.jsonl.gz"
PAGE = '<!doctype html><meta charset="utf-8"><title>Bench</title><script src="dateline/dateline.js"></script>'
QUERY = """async ([words, options]) => {
  const before = performance.now(), found = await dateline.search(words, options);
  return {ms: performance.now() - before, total: found.total, facets: found.facets,
          ids: found.results.map(each => each.id)};
}"""
PLAIN = {"facets": False}
SLOWER = 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=20_000)
    parser.add_argument("--cold", type=int, default=30)
    parser.add_argument("--quick", action="store_true", help="2,000 entries and 10 queries")
    options = parser.parse_args()
    if options.quick:
        options.entries, options.cold = 2_000, 10
    if not CORPUS.is_file():
        sys.exit(f"{CORPUS} is not here: nothing was measured")
    given = list(entries(options.entries))
    began, busy = time.perf_counter(), time.process_time()
    files = list(index_of(given, {}))
    print(f"{len(given):,} entries, index made in {time.perf_counter() - began:.1f} s, "
          f"{time.process_time() - busy:.1f} s of them at work")  # fmt: skip
    made = index(given)
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write(files, folder)
        print_sizes(folder)
        browse(folder, made, options.cold)


def write(files: Iterable[Asset], folder: Path) -> None:
    for asset in (*files, *web_assets("en")):
        path = folder / asset.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.content.encode() if isinstance(asset.content, str) else asset.content)
    (folder / "index.html").write_text(PAGE, "utf-8")


def browse(folder: Path, made: Index, cold: int) -> None:
    asked = queries(made, cold, 1)
    print("\n| from | what | ms | requests | kB |\n|---|---|--:|--:|--:|")
    with launched() as browser, served(folder) as address:
        for name, start in (("http", address), ("disk", f"{folder.as_uri()}/")):
            with browser.new_context() as context:
                measure(name, context.new_page(), start, folder, asked)
            with browser.new_context() as context:
                page = context.new_page()
                context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
                measure(f"{name}, processor {SLOWER} times slower", page, start, folder, asked)
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(f"{address}index.html")
            compare(page, made)


def entries(count: int) -> Iterator[Entry]:
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        stories = [json.loads(line) for line in lines]
    draw = Random(1)
    for number in range(count):
        story = stories[number % len(stories)]
        body = story["body"]
        if number >= len(stories):
            other = draw.choice(stories)["body"]
            body = body[: len(body) // 2] + other[len(other) // 2 :]
        yield _entry(number, story, body, draw)


def _entry(number: int, story: dict[str, Any], body: str, draw: Random) -> Entry:
    day = dt.date.fromisoformat(story["date"][:10]) + dt.timedelta(days=draw.randrange(3650))
    actors = {f"actor-{min(2000, int(draw.paretovariate(0.6)))}" for _ in range(draw.randint(1, 6))}
    facets = {
        "kind": ("brief",), "year": (str(day.year),), "topic": tuple(story.get("topics") or ()),
        "actor": tuple(sorted(actors)), "status": (draw.choice(("reported", "supported", "disputed")),),
        "language": ("en",),
    }  # fmt: skip
    return Entry(
        kind="brief", id=f"story-{number}", url=f"briefs/story-{number}/index.html", title=story["title"], text=body,
        when=str(day), said=str(day), earliest=day.toordinal(), latest=day.toordinal() + draw.choice((0, 0, 0, 1, 30)),
        facets=facets,
    )  # fmt: skip


def queries(made: Index, count: int, seed: int) -> list[str]:
    """One to three words that stand together in some entry, so that each finds something."""
    draw, found = Random(seed), []
    while len(found) < count:
        entry = draw.choice(made.entries)
        words = [word for word in entry.text.split() if word.isalpha() and len(word) > 3]
        if len(words) > 20:
            at = draw.randrange(len(words) - 3)
            found.append(" ".join(words[at : at + draw.randint(1, 3)]).lower())
    return found


def print_sizes(folder: Path) -> None:
    sizes: dict[str, list[int]] = {}
    for path in (folder / "dateline/search").iterdir():
        name = path.stem if path.stem.startswith(("f-", "boot", "days")) else path.stem[0]
        sizes.setdefault(name, []).append(path.stat().st_size)
    own = (folder / "dateline/dateline.js").stat().st_size
    print(f"loaded before the first key: {(sizes['boot'][0] + own) / 1000:.0f} kB raw")
    for name, found in sorted(sizes.items()):
        print(f"  {name:12} {len(found):6,} files {sum(found) / 1e6:8.2f} MB, largest {max(found) / 1000:.0f} kB")


class Told(NamedTuple):
    """What one query cost."""

    milliseconds: float
    requests: int
    kilobytes: float


class Walk:
    """A page that counts what it loads."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page, self.folder, self.asked = page, folder / "dateline/search", list[str]()
        page.on("request", lambda request: self.asked.append(Path(request.url).name))

    def ask(self, words: str, **options: bool) -> Told:
        """One query; what it loads is counted from here on."""
        self.asked.clear()
        spent = self.page.evaluate(QUERY, [words, PLAIN | options])["ms"]
        loaded = sum((self.folder / name).stat().st_size for name in self.asked)
        return Told(spent, len(self.asked), loaded / 1000)


def measure(name: str, page: Page, start: str, folder: Path, words: list[str]) -> None:
    """Each query in a fresh page with the boot part loaded, first titles, then excerpts; then all again, warm."""
    walk = Walk(page, folder)
    titles, excerpts, typing = [], [], []
    for query in words:
        fresh(page, start)
        titles.append(walk.ask(f"{query} ", excerpts=False))
        excerpts.append(walk.ask(f"{query} "))
    warm = [walk.ask(f"{query} ", excerpts=False) for query in words for _ in range(2)][1::2]
    heap = heap_of(page)
    for query in words:
        fresh(page, start)
        typing.append(walk.ask(query, excerpts=False))
    for what, found in (
        ("cold, titles", titles), ("… then excerpts", excerpts), ("cold, last word growing", typing), ("warm", warm),
    ):  # fmt: skip
        print(f"| {name} | {what} | {' | '.join(middle(column) for column in zip(*found, strict=True))} |")
    print(f"| {name} | heap after {len(words)} queries | {heap:.1f} MB | | |")


def fresh(page: Page, start: str) -> None:
    page.goto(f"{start}index.html")
    page.evaluate("dateline.inner.ready()")


def heap_of(page: Page) -> float:
    """Megabytes of JavaScript's heap once the garbage is out."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    return float(session.send("Runtime.getHeapUsage")["usedSize"]) / 1e6


def middle(values: Iterable[float]) -> str:
    ordered = sorted(values)
    return f"{statistics.median(ordered):,.0f} (most {ordered[-1]:,.0f})"


def compare(page: Page, made: Index) -> None:
    """The first ten of a hundred queries, and the counts of 200 choices, against plain Python."""
    forms = Forms(made)
    same = sum(
        page.evaluate(QUERY, [query, PLAIN])["ids"]
        == [made.entries[entry].id for entry in search(made, query, forms=forms).entries[:10]]
        for query in queries(made, 100, 2)
    )
    print(f"the same first ten as Python: {same} of 100 queries")
    right, draw = 0, Random(3)
    for query in queries(made, 200, 4):
        chosen, days = _choice(made, draw)
        ranked = [made.entries[entry] for entry in search(made, query[:4], forms=forms).entries]
        plain = counts(ranked, chosen, days)
        total = len(narrowed(enumerate(ranked), chosen, days))
        first = dt.date.fromordinal(days.from_).isoformat() if days.from_ else ""
        got = page.evaluate(QUERY, [query[:4], {**chosen, "from": first, "certain": days.certain, "limit": 0}])
        right += got["total"] == total and got["facets"] == {facet: dict(plain[facet]) for facet in FACETS}
    print(f"counts of all facets equal to a plain loop's: {right} of 200 combinations")


def _choice(made: Index, draw: Random) -> tuple[dict[str, list[str]], Range]:
    entry = draw.choice(made.entries)
    facets = [facet for facet in FACETS if entry.facets.get(facet)]
    chosen = {facet: [draw.choice(entry.facets[facet])] for facet in draw.sample(facets, draw.randint(0, 2))}
    from_ = entry.earliest if draw.random() < 1 / 2 else None
    return chosen, Range(from_=from_, certain=draw.random() < 1 / 2)


if __name__ == "__main__":
    main()
