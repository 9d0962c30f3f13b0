"""A generated desk to the cost of `dateline build` beside plain MkDocs with Material on the same Markdown.

`python bench/build.py [--briefs 1000] [--rounds 3] [--quick]` runs both in turn, A B A B, and prints a Markdown table.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from desk import CONFIG, write_desk
from machine import described
from process import Cost, cost_of

BIN = Path(sys.executable).parent
OUR_PLUGIN = "  - dateline:\n      format: 1\n"
QUICK_BRIEFS, QUICK_ROUNDS = 200, 2
PACKAGES = ("dateline", "mkdocs", "mkdocs-material", "markdown", "jinja2", "pydantic")
RATIO_BAR = 1.3
SIZE_BAR = 60_000
"""Bytes of HTML, in the median."""


class Contender(NamedTuple):
    """One way to the site."""

    name: str
    command: Sequence[str]
    leaves: Sequence[Path]
    """What a run leaves behind, removed before the next so that every run is a cold one."""


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as place:
        ours, plain = prepared(Path(place), options.briefs)
        costs = measured((ours, plain), options.rounds)
        print(f"{options.briefs:,} briefs, {options.rounds} rounds in turn. {described(PACKAGES)}\n")
        print("\n".join(cost_table((ours, plain), costs)))
        print()
        print("\n".join(size_table(Path(place) / "pages", Path(place) / "desk/site", Path(place) / "plain/site")))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefs", type=int)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--quick", action="store_true", help="a small desk and fewer rounds: shows that it runs")
    options = parser.parse_args()
    options.briefs = options.briefs or (QUICK_BRIEFS if options.quick else 1000)
    options.rounds = options.rounds or (QUICK_ROUNDS if options.quick else 3)
    return options


def prepared(place: Path, briefs: int) -> tuple[Contender, Contender]:
    """A desk, the pages that dateline makes of it, and a plain MkDocs project over those pages."""
    write_desk(place / "desk", briefs)
    cost_of([str(BIN / "dateline"), "pages", "--desk", str(place / "desk"), "--out", str(place / "pages")])
    shutil.copytree(place / "pages", place / "plain/docs")
    shutil.copytree(place / "desk/docs", place / "plain/docs", dirs_exist_ok=True)
    (place / "plain/mkdocs.yml").write_text(CONFIG.replace(OUR_PLUGIN, ""), "utf-8")
    desk, plain = place / "desk", place / "plain"
    return (
        Contender("dateline build", _command("dateline", "build", "--desk", desk), (desk / "site", desk / ".dateline")),
        Contender(
            "MkDocs + Material", _command("mkdocs", "build", "-q", "-f", plain / "mkdocs.yml"), (plain / "site",)
        ),
    )


def _command(program: str, *words: str | Path) -> tuple[str, ...]:
    return (str(BIN / program), *map(str, words))


def measured(contenders: Sequence[Contender], rounds: int) -> dict[str, list[Cost]]:
    """Costs by contender's name, one of each round."""
    costs: dict[str, list[Cost]] = {contender.name: [] for contender in contenders}
    for _ in range(rounds):
        for contender in contenders:
            for left in contender.leaves:
                shutil.rmtree(left, ignore_errors=True)
            costs[contender.name].append(cost_of(contender.command))
    return costs


def cost_table(contenders: Sequence[Contender], costs: dict[str, list[Cost]]) -> Iterator[str]:
    """Medians of each contender, and the median of the rounds' ratios to the last one."""
    last = costs[contenders[-1].name]
    yield "| | wall s | CPU s | peak MB | wall ratio | CPU ratio |"
    yield "|---|--:|--:|--:|--:|--:|"
    for contender in contenders:
        runs = costs[contender.name]
        wall, cpu, peak = (statistics.median(values) for values in zip(*runs, strict=True))
        pairs = list(zip(runs, last, strict=True))
        wall_ratio = statistics.median(run.wall / other.wall for run, other in pairs)
        cpu_ratio = statistics.median(run.cpu / other.cpu for run, other in pairs)
        yield f"| {contender.name} | {wall:.1f} | {cpu:.1f} | {peak / 1e6:.0f} | {wall_ratio:.2f} | {cpu_ratio:.2f} |"
    yield f"\nBar: wall ratio at most {RATIO_BAR}."


def size_table(pages: Path, ours: Path, plain: Path) -> Iterator[str]:
    """Bytes of HTML of the generated pages, by the first part of their address."""
    yield "| pages | number | median kB | largest kB | largest | median kB, plain |"
    yield "|---|--:|--:|--:|---|--:|"
    found = sorted(path.relative_to(pages).with_suffix(".html") for path in pages.rglob("*.md"))
    groups = {"all": found}
    for path in found:
        groups.setdefault(path.parts[0] if len(path.parts) > 1 else "home", []).append(path)
    for name, group in groups.items():
        sizes = {path: (ours / path).stat().st_size for path in group}
        largest = max(group, key=lambda path: sizes[path])
        median, other = (
            statistics.median(sizes.values()),
            statistics.median((plain / path).stat().st_size for path in group),
        )
        yield (
            f"| {name} | {len(group):,} | {median / 1e3:.1f} | {sizes[largest] / 1e3:.1f} "
            f"| {largest.parent.as_posix()} | {other / 1e3:.1f} |"
        )
    yield f"\nBar: at most {SIZE_BAR / 1e3:.0f} kB in the median of all."


if __name__ == "__main__":
    main()
