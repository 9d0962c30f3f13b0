"""Every measurement of this folder, one after the other, to one Markdown document: `make bench`.

`python bench/run.py [--quick]`; each runs in a process of its own, so that none sees another's memory.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from machine import described

MEASUREMENTS = {
    "build": "A whole site, beside plain MkDocs",
    "peers": "The same site built again and again, beside other publishers",
    "needs": "Linked objects, beside sphinx-needs",
    "review": "The review of a change",
    "stages": "Stages, and how their cost grows",
    "when": "Dates",
    "quotes": "Quotes",
    "origins": "Origins",
    "mentions": "Mentions",
    "intake": "Import",
    "search": "Search in a browser",
}
"""Files and their titles; the one that needs a quiet machine most comes first."""
PACKAGES = ("dateline", "mkdocs", "mkdocs-material")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="smaller inputs where there are: shows that all run")
    quick = ["--quick"] if parser.parse_args().quick else []
    print(f"# Measured\n\n{described(PACKAGES)}", flush=True)
    failed = [name for name, title in MEASUREMENTS.items() if not measured(name, title, quick)]
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


def measured(name: str, title: str, options: list[str]) -> bool:
    """Run one file below its heading; whether it ended well."""
    print(f"\n## {title}\n", flush=True)
    return (
        subprocess.run([sys.executable, Path(__file__).with_name(f"{name}.py"), *options], check=False).returncode == 0
    )


if __name__ == "__main__":
    main()
