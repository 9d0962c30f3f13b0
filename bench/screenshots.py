"""The built demonstration to the pictures of the documentation: `make screenshots`.

Each is taken with the tests' own Chromium, at one size, from the site that this checkout builds, so that a picture
shows what there is. A test compares the pictures in docs/assets with the list here.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Literal, NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from playwright.sync_api import ViewportSize  # noqa: E402

from browsing import launched, served  # noqa: E402

ASSETS = ROOT / "docs" / "assets"


class Shot(NamedTuple):
    """One picture."""

    name: str
    page: str
    width: int = 1280
    height: int = 860
    scheme: Literal["light", "dark"] = "light"


SHOTS = (
    Shot("brief", "briefs/kabul-strike/index.html"),
    Shot("brief-dark", "briefs/kabul-strike/index.html", 390, 780, "dark"),
    Shot("question", "questions/airport-attack/deaths/index.html", height=720),
    Shot("search", "search/index.html?q=airport", height=720),
    Shot("timeline", "timeline/2021/index.html", height=900),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    site = parser.parse_args().site
    if not (site / "index.html").is_file():
        sys.exit(f"{site} is not a built site: run “make site” first")
    with launched() as browser, served(site) as start:
        for shot in SHOTS:
            size = ViewportSize(width=shot.width, height=shot.height)
            with browser.new_context(viewport=size, color_scheme=shot.scheme, reduced_motion="reduce") as context:
                page = context.new_page()
                page.goto(start + shot.page)
                page.wait_for_load_state("networkidle")
                page.screenshot(path=ASSETS / f"{shot.name}.png")
            print(f"docs/assets/{shot.name}.png")


if __name__ == "__main__":
    main()
