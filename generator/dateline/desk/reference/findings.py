"""The closed list of findings to pages: an overview, and each one's own page, which is also its test."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.catalogue import Entry, catalogue

FAMILIES = {
    "D1": "Reading files", "D2": "Links between files", "D3": "Dates", "D4": "Quotes and origins",
    "D5": "Claims and status", "D6": "Writing", "D7": "Editorial", "D8": "Rights",
}  # fmt: skip


def findings_pages() -> Iterator[tuple[str, str]]:
    """The name and text of each page, the overview first."""
    entries = catalogue()
    yield "index", "\n".join(_overview(entries))
    for entry in entries:
        yield entry.fault.name, entry.page.read_text("utf-8")


def _overview(entries: tuple[Entry, ...]) -> Iterator[str]:
    yield "# Findings\n\nEvery finding has a code that never changes its meaning."
    yield "`dateline explain CODE` prints the same page; each example on it is run as a test.\n"
    family = ""
    for entry in entries:
        if entry.fault.code[:2] != family:
            family = entry.fault.code[:2]
            yield f"\n## {FAMILIES[family]}\n\n| code | name | weight |\n|---|---|---|"
        yield f"| {entry.fault.code} | [{entry.fault.name}]({entry.fault.name}.md) | {entry.fault.severity} |"
