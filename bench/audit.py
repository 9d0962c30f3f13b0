"""A built site to what axe finds on its pages and what Lighthouse gives them.

`python bench/audit.py [--site site] [--quick]`: axe over one page of every kind in light, dark, forced colours and at
200 % zoom, and in each how many pages scroll sideways; then Lighthouse over five of them, desktop and mobile.
Needs a Chromium; Lighthouse is installed from npm into .venv/lighthouse the first time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from playwright.sync_api import Browser  # noqa: E402

from audited import GRAVE, MODES, PAGES, violations  # noqa: E402
from browsing import FLAGS, WHOLE, Quiet, launched, served  # noqa: E402

LIGHTHOUSE = "lighthouse@12.2.3"
WEIGHED = ("home", "brief", "actor", "timeline", "search")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
BAR = 95
TEXTS = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml"})


class Zipped(Quiet):
    """Serves texts zipped over kept connections, as every host of static sites does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 - the library calls it so
        """Answer with the file, zipped where it is text."""
        path = Path(self.translate_path(self.path))
        if path.suffix not in TEXTS or not path.is_file():
            super().do_GET()
            return
        content = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--quick", action="store_true", help="axe alone")
    options = parser.parse_args()
    if not (options.site / "index.html").is_file():
        sys.exit(f"{options.site} is not a built site: run “make site” first")
    with launched() as browser, served(options.site) as start:
        fine = axe(browser, start)
    if not options.quick:
        with served(options.site, Zipped) as start, TemporaryDirectory() as folder:
            fine = lighthouse(start, Path(folder)) and fine
    sys.exit(0 if fine else "a bar is missed")


def axe(browser: Browser, start: str) -> bool:
    """Print a row a mode; whether nothing grave was found and no page scrolls sideways."""
    print("| axe-core | pages | serious or critical | moderate or minor | scroll sideways |\n|---|--:|--:|--:|--:|")
    fine = True
    told: dict[str, list[str]] = {}
    for mode in MODES:
        context = browser.new_context(bypass_csp=True, viewport={"width": mode.width, "height": 900}, **mode.options)
        page = context.new_page()
        grave, slight, wide = 0, 0, 0
        for name, path in PAGES.items():
            page.goto(start + path)
            page.wait_for_load_state("networkidle")
            found = list(violations(page))
            grave += sum(its["impact"] in GRAVE for its in found)
            slight += sum(its["impact"] not in GRAVE for its in found)
            wide += page.evaluate("document.documentElement.scrollWidth > innerWidth")
            for its in found:
                told.setdefault(f"{its['id']} ({its['impact']})", []).append(f"{mode.name}: {name} {its['nodes'][0]}")
        print(f"| {mode.name} | {len(PAGES)} | {grave} | {slight} | {wide} |", flush=True)
        context.close()
        fine = fine and not grave and not wide
    for rule, places in told.items():
        print(f"- {rule}: {len(places)} pages, the first {places[0]}")
    print(flush=True)
    return fine


def lighthouse(start: str, folder: Path) -> bool:
    """Print a row a page and form; whether every category reaches the bar."""
    program = installed()
    print("| Lighthouse | form | performance | accessibility | best practices | SEO |\n|---|---|--:|--:|--:|--:|")
    missed: list[str] = []
    for name in WEIGHED:
        for form in ("desktop", "mobile"):
            report = audited(program, start + PAGES[name], form, folder)
            scores = [round(100 * (report["categories"][each]["score"] or 0)) for each in CATEGORIES]
            print(f"| {name} | {form} | {' | '.join(map(str, scores))} |", flush=True)
            missed += [f"{name}, {form}: {line}" for line in lost(report)] if min(scores) < BAR else []
    print("\n" + "\n".join(f"- {line}" for line in missed), flush=True)
    return not missed


def audited(program: Path, url: str, form: str, folder: Path) -> dict[str, Any]:
    """Lighthouse's report on one page, with the machine's Chromium."""
    out = folder / "report.json"
    preset = ["--preset=desktop"] if form == "desktop" else []
    chromium = next(filter(None, map(shutil.which, WHOLE)), "")
    flags = " ".join(("--headless=new", *FLAGS))
    subprocess.run(
        [program, url, "--quiet", "--output=json", f"--output-path={out}", f"--chrome-flags={flags}", *preset,
         f"--only-categories={','.join(CATEGORIES)}", "--disable-storage-reset"],
        check=True, env=os.environ | {"CHROME_PATH": chromium},
    )  # fmt: skip
    report: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return report


def lost(report: dict[str, Any]) -> Iterator[str]:
    """What cost points, by name."""
    for category in CATEGORIES:
        for ref in report["categories"][category]["auditRefs"]:
            audit = report["audits"][ref["id"]]
            if ref["weight"] and audit["score"] is not None and audit["score"] < 0.9:  # Lighthouse's own line for green
                yield f"{category}: {audit['title']} {audit.get('displayValue', '')}"


def installed() -> Path:
    """Lighthouse's command, installed from npm the first time."""
    folder = ROOT / ".venv" / "lighthouse"
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", folder, LIGHTHOUSE],
                       check=True, env=os.environ | {"PUPPETEER_SKIP_DOWNLOAD": "1"})  # fmt: skip
    return program


if __name__ == "__main__":
    main()
