"""One broken line in a good desk: what is found is in that file, and a slip does not hide another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.findings import Finding, Severity
from desks import GOOD, copied, desk_at, files_below

FILES = {name: text.decode() for name, text in files_below(GOOD / "briefs").items()}
WAYS = ("brackets", "another form", "a letter too many", "nothing", "a line too few")
"""How a line is broken."""


def broken(line: str, way: str) -> list[str]:
    """The lines that stand for one line once it is broken."""
    before, key = line[: len(line) - len(line.lstrip(" -"))], line.lstrip(" -").partition(":")[0]
    return {
        "brackets": [f"{line} ]: ["],
        "another form": [f"{before}{key}: [[x, y]]"],
        "a letter too many": [line.replace(key, f"{key}q", 1)],
        "nothing": [f"{before}{key}:"],
        "a line too few": [],
    }[way]


def broken_texts(text: str, way: str) -> Iterator[str]:
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if ":" in line:
            yield "\n".join([*lines[:number], *broken(line, way), *lines[number + 1 :]])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", FILES)
def test_one_broken_line_is_all_that_is_found(name: str, way: str, tmp_path: Path) -> None:
    root = copied(GOOD, tmp_path)
    path = root / "briefs" / name
    for text in broken_texts(FILES[name], way):
        path.write_text(text, "utf-8")
        found = desk_at(root).findings
        assert way != "brackets" or [finding for finding in found if finding.at.file == f"briefs/{name}"], text
        if any(finding.severity is Severity.ERROR for finding in found):
            assert [finding for finding in found if not is_of(finding, f"briefs/{name}")] == [], text


def is_of(finding: Finding, file: str) -> bool:
    """Whether a finding is in the broken file, or says that elsewhere something is named that this file has no more."""
    return finding.at.file == file or finding.fault.name.startswith("unknown-")


TWO_SLIPS = (
    ("brief.yaml", "kind: figure", "kind: figur", "D152 wrong-value"),
    ("brief.yaml", "published: 2021-06-10", "published: soon", "D301 wrong-date"),
    ("brief.yaml", "says: A tape gives", "sais: A tape gives", "D150 unknown-key"),
    ("brief.yaml", "id: measured", "id: Measured One", "D152 wrong-value"),
    ("brief.yaml", "title:", "titel:", "D151 missing-key"),
    ("radio.md", "published: 2021-06-08", "published: soon", "D301 wrong-date"),
)
"""File, what stands there, what is put in its place, and what is found for it."""


@pytest.mark.parametrize(("file", "good", "bad", "fault"), TWO_SLIPS)
def test_a_slip_does_not_hide_another(file: str, good: str, bad: str, fault: str, tmp_path: Path) -> None:
    folder = copied(GOOD, tmp_path) / "briefs" / "2021" / "pier"
    brief = folder / "brief.yaml"
    brief.write_text(brief.read_text().replace("actor: ola-brandt", "actor: ola-brand").replace("our tape", "a tape"))
    (folder / file).write_text((folder / file).read_text().replace(good, bad, 1))
    found = " ".join(str(finding) for finding in desk_at(tmp_path).findings)
    assert [said for said in (fault, "D202 unknown-actor", "D401 quote-absent") if said not in found] == []
