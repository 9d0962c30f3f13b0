"""A generated desk with some briefs changed in a commit to what `dateline review` of that commit costs.

`python bench/review.py [--briefs 2000] [--changed 20] [--rounds 3] [--quick]` prints a Markdown table.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import yaml

from desk import Plain, write_desk
from machine import described
from process import KIB, Cost, cost_of

PACKAGES = ("dateline", "pydantic", "pyyaml", "jinja2")
BAR = 10
"""Seconds on the wall, for 2,000 briefs of which 20 changed, on two cores."""
AUTHOR = ("-c", "user.name=A bench", "-c", "user.email=bench@desk.example", "-c", "commit.gpgsign=false")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefs", type=int, default=2000)
    parser.add_argument("--changed", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="a small desk, once: shows that it runs")
    options = parser.parse_args()
    briefs, changed, rounds = (60, 3, 1) if options.quick else (options.briefs, options.changed, options.rounds)
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as place:
        folder = Path(place) / "desk"
        write_desk(folder, briefs)
        commit_change(folder, changed)
        costs = [cost_of(reviewing(folder, Path(place) / "review.json")) for _ in range(rounds)]
    print(f"{briefs:,} briefs, {changed:,} of them changed, median of {rounds}. {described(PACKAGES)}\n")
    print(table(costs))
    if (briefs, changed) == (2000, 20):
        wall = median(cost.wall for cost in costs)
        print(f"\nThe bar, under {BAR} s on the wall, was {'met' if wall < BAR else '**missed**'}.")


def reviewing(folder: Path, out: Path) -> list[str]:
    """The command that is measured."""
    words = ["review", "HEAD~1", "HEAD", "--desk", str(folder), "--out", str(out)]
    return [str(Path(sys.executable).with_name("dateline")), *words]


def commit_change(folder: Path, changed: int) -> None:
    """Commit a desk, and then another title and first claim in so many of its briefs, spread evenly."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "A desk")
    files = sorted(folder.glob("briefs/*/*/brief.yaml"))
    for number in range(changed):
        file = files[(2 * number + 1) * len(files) // (2 * changed)]
        brief = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
        brief["title"] = f"Newly: {brief['title']}"
        brief["claims"][0]["says"] = f"Later, {brief['claims'][0]['says']}"
        file.write_text(yaml.dump(brief, Dumper=Plain, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
    git(folder, "commit", "--quiet", "--all", "--message", "A change")


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *AUTHOR, *words], cwd=folder, check=True)


def table(costs: list[Cost]) -> str:
    """The median cost of the rounds, a row."""
    wall, cpu, peak = (median(values) for values in zip(*costs, strict=True))
    head = "| | wall s | CPU s | peak MB |\n|---|--:|--:|--:|"
    return f"{head}\n| dateline review | {wall:.1f} | {cpu:.1f} | {peak / KIB / KIB:.0f} |"


if __name__ == "__main__":
    main()
