"""Linked objects to the cost of a site of them: dateline's claims beside sphinx-needs' needs.

`python bench/needs.py [--objects 5000] [--pages 500] [--rounds 2] [--quick]` makes the same statements twice, once as
claims of briefs and once as needs of Sphinx pages, each linked to the one before it, and builds both cold, in turn.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from random import Random

import yaml

import prose
from machine import described
from process import Cost, cost_of

BIN = Path(sys.executable).parent
PACKAGES = ("dateline", "mkdocs", "mkdocs-material", "sphinx", "sphinx-needs")
FORMS = "happened"
SCENE = prose.Scene(actors=[["The harbour board"], ["The council of Lindow"], ["Radio Arvo"]], places=["Port Ellan"])
CONF = 'extensions = ["sphinx_needs"]\nproject = "needs"\nhtml_theme = "alabaster"\n'
MKDOCS = "site_name: claims\ntheme: {name: material, font: false}\nplugins: [{dateline: {format: 1}}]\n"


def main() -> None:
    options = _options()
    if find_spec("sphinx_needs") is None:
        print("sphinx-needs not measured: it is not installed; pip install 'dateline[bench]'")
        return
    with tempfile.TemporaryDirectory(prefix="dateline-needs-") as place:
        pages = statements(options.objects, options.pages)
        ours, theirs = Path(place) / "desk", Path(place) / "sphinx"
        write_desk(ours, pages)
        write_sphinx(theirs, pages)
        costs: dict[str, list[Cost]] = {"dateline": [], "sphinx-needs": []}
        for _ in range(options.rounds):
            for left in (ours / "site", ours / ".dateline", theirs / "html", theirs / ".doctrees"):
                shutil.rmtree(left, ignore_errors=True)
            costs["dateline"].append(cost_of([str(BIN / "dateline"), "build", "--desk", str(ours)]))
            costs["sphinx-needs"].append(cost_of(_sphinx(theirs)))
    print(f"{options.objects:,} objects on {options.pages:,} pages. {described(PACKAGES)}\n")
    print("\n".join(table(costs)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--objects", type=int)
    parser.add_argument("--pages", type=int)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--quick", action="store_true", help="few objects, one round: shows that it runs")
    options = parser.parse_args()
    options.objects = options.objects or (100 if options.quick else 5000)
    options.pages = options.pages or (10 if options.quick else 500)
    options.rounds = 1 if options.quick else options.rounds
    return options


def _sphinx(folder: Path) -> list[str]:
    return [str(BIN / "sphinx-build"), "-q", "-d", str(folder / ".doctrees"), str(folder), str(folder / "html")]


def statements(objects: int, pages: int) -> list[list[str]]:
    """Sentences by page, the same for the same numbers."""
    draw, each = Random(1), objects // pages
    return [
        [f"{prose.sentence(draw, FORMS, SCENE)[:-1]} ({page}.{at})." for at in range(each)] for page in range(pages)
    ]


def write_desk(desk: Path, pages: list[list[str]]) -> None:
    """A brief a page, its article holding the sentences that its claims quote."""
    (desk / "docs").mkdir(parents=True)
    (desk / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    for number, sentences in enumerate(pages):
        folder = desk / f"briefs/2021/page-{number}"
        folder.mkdir(parents=True)
        claims = [
            {"id": f"o{at}", "says": says, "evidence": [{"quote": says}]}
            | ({"links": [{"to": f"page-{number}#o{at - 1}", "as": "qualifies"}]} if at else {})
            for at, says in enumerate(sentences)
        ]
        brief = {"title": f"Page {number}", "claims": claims}
        (folder / "brief.yaml").write_text(yaml.safe_dump(brief, allow_unicode=True, sort_keys=False), "utf-8")
        (folder / "article.md").write_text("---\npublished: 2021\n---\n" + "\n\n".join(sentences) + "\n", "utf-8")


def write_sphinx(folder: Path, pages: list[list[str]]) -> None:
    """A page of needs for each, with the quoted sentence as the need's content."""
    folder.mkdir(parents=True)
    (folder / "conf.py").write_text(CONF, "utf-8")
    names = "\n".join(f"   page-{number}" for number in range(len(pages)))
    (folder / "index.rst").write_text(f"Needs\n=====\n\n.. toctree::\n\n{names}\n", "utf-8")
    for number, sentences in enumerate(pages):
        lines = [f"Page {number}", "=" * 12, ""]
        for at, says in enumerate(sentences):
            lines += [f".. req:: {says}", f"   :id: R_{number}_{at}"]
            lines += [f"   :links: R_{number}_{at - 1}"] if at else []
            lines += ["", f"   {says}", ""]
        (folder / f"page-{number}.rst").write_text("\n".join(lines), "utf-8")


def table(costs: dict[str, list[Cost]]) -> list[str]:
    """Medians, and dateline's wall time as a share of the other's in the same rounds."""
    rows = ["| | wall s | CPU s | peak MB |", "|---|--:|--:|--:|"]
    for name, runs in costs.items():
        wall, cpu, peak = (statistics.median(values) for values in zip(*runs, strict=True))
        rows.append(f"| {name} | {wall:.1f} | {cpu:.1f} | {peak / 1e6:.0f} |")
    pairs = zip(costs["dateline"], costs["sphinx-needs"], strict=True)
    return [*rows, "", f"Share: {statistics.median(one.wall / other.wall for one, other in pairs):.2f}."]


if __name__ == "__main__":
    main()
