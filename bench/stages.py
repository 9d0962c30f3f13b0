"""A generated desk at several sizes to what each stage costs, and how its cost grows with the number of briefs.

`python bench/stages.py [--briefs 300 1000 3000] [--quick]` prints a Markdown table; a slope of 1 is in proportion.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.build import examine, memory_of, sheets
from dateline.check.run import check
from dateline.model.assemble import assemble
from dateline.model.settings import Settings
from dateline.pages.run import render
from dateline.read.tree import read_tree
from dateline.read.uncollected import uncollected
from dateline.relate.cells import changes
from dateline.relate.relations import relate
from dateline.relate.shown import as_shown
from desk import write_desk
from machine import described

SIZES, QUICK_SIZES = (300, 1000, 3000), (50, 100)
PACKAGES = ("dateline", "pydantic", "pyyaml", "jinja2")
BAR = 1.1
"""Slope of the logarithm of the cost over that of the number of briefs."""
Costs = dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefs", type=int, nargs="+")
    parser.add_argument("--quick", action="store_true", help="small desks: shows that it runs")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(costs_of(options.one)))
        return
    sizes = options.briefs or (QUICK_SIZES if options.quick else SIZES)
    print(f"Seconds of processor. {described(PACKAGES)}\n")
    print("\n".join(table(sizes, [measured(size) for size in sizes])))


def measured(briefs: int) -> Costs:
    """The costs at one size, in a process of its own, so that none works on the heap of another."""
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as place:
        write_desk(Path(place) / "desk", briefs)
        words = [sys.executable, __file__, "--one", str(Path(place) / "desk")]
        found: Costs = json.loads(subprocess.run(words, check=True, capture_output=True).stdout)
        return found


def costs_of(root: Path) -> Costs:
    """Seconds of each stage on the desk in a folder, and of the three ways to the sheets of all pages."""
    costs: Costs = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        begun = time.process_time()
        found = work()
        costs[name] = time.process_time() - begun
        return found

    settings = Settings()
    with uncollected():
        tree = timed("read", lambda: read_tree(root, settings.briefs, settings.limits))
        corpus = timed("model", lambda: assemble(tree, settings))
        relations = timed("relate", lambda: relate(corpus))
        timed("check", lambda: check(corpus, relations))
        shown = timed("relate what is shown", lambda: as_shown(corpus, relations, drafts=False))
        timed("digests", lambda: changes(None, *shown))
        timed("pages", lambda: last(render(*shown)))
    remembered(root, settings)
    timed("all, nothing edited", lambda: remembered(root, settings))
    edited = min(root.glob("briefs/*/*/brief.yaml"))
    edited.write_text(edited.read_text("utf-8").replace("\nsummary: ", "\nsummary: In short, ", 1), "utf-8")
    timed("all, one edit", lambda: remembered(root, settings))
    return costs


def remembered(root: Path, settings: Settings) -> None:
    """A run with the memory, as `dateline build` makes it, but for the press."""
    with uncollected(), memory_of(root, settings) as memory:
        last(sheets(examine(root, settings, None, memory)))


def last(items: Iterable[object]) -> None:
    """Go through all, and keep none."""
    for _ in items:
        pass


def table(sizes: Sequence[int], costs: Sequence[Costs]) -> Iterator[str]:
    """One line a stage; the slope is between the last two sizes, and nothing where there is one."""
    yield f"| stage | {' | '.join(f'{size:,} briefs' for size in sizes)} | slope |"
    yield f"|---|{'--:|' * (len(sizes) + 1)}"
    for name in costs[0]:
        row = [found[name] for found in costs]
        yield f"| {name} | {' | '.join(f'{cost:.2f}' for cost in row)} | {_slope(row, sizes)} |"
    yield f"\nBar: a slope of at most {BAR} for each stage."


def _slope(costs: Sequence[float], sizes: Sequence[int]) -> str:
    if len(sizes) < 2:  # a slope needs two
        return "–"
    return f"{math.log(costs[-1] / costs[-2]) / math.log(sizes[-1] / sizes[-2]):.2f}"


if __name__ == "__main__":
    main()
