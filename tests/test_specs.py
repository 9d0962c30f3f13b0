"""Every fault's page is a test: its examples give exactly the findings it lists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from dateline.build import examine
from dateline.check.catalogue import Entry, catalogue
from dateline.findings import Finding, Severity
from dateline.model.when import When
from dateline.publish.site import desk_settings

FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
TITLE = re.compile(r'title="([^"]+)"')
TODAY = re.compile(r"--today (\S+)")
FOLDER = "briefs/2021/example/"
ROOT = {"mkdocs.yml"}
SINGLE = {"topics.yaml", "questions.yaml"}
GIVEN = {
    "brief.yaml": "title: An example\n",
    "article.md": "---\ntitle: An article\npublished: 2021-09-15\n---\nThe river rose by two metres in one night.\n",
}
"""What stands in for a file that an example leaves out."""


class Example(NamedTuple):
    fault: str
    heading: str
    files: dict[str, str]
    expected: list[str]
    today: When | None


def examples(entry: Entry) -> list[Example]:
    found = []
    for section in re.split(r"^## ", entry.page.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        files: dict[str, str] = {}
        expected: list[str] | None = None
        today = TODAY.search(section)
        for fence in FENCE.finditer(section):
            if fence["info"].startswith("findings"):
                expected = fence["text"].splitlines()
            elif title := TITLE.search(fence["info"]):
                files[title[1]] = fence["text"]
        if expected is not None:
            day = When.parse(today[1].strip('"')) if today else None
            found.append(Example(entry.fault.code, section.partition("\n")[0], files, expected, day))
    return found


ENTRIES = catalogue()
EXAMPLES = [example for entry in ENTRIES for example in (examples(entry) if entry.page.is_file() else [])]


def home_of(name: str) -> str:
    """Where a file stands that an example calls by a short name: in the one brief unless it says more."""
    if name in ROOT:
        return name
    return f"briefs/{name}" if "/" in name or name in SINGLE else f"{FOLDER}{name}"


def lay_out(example: Example, root: Path) -> None:
    for name, text in (GIVEN | example.files).items():
        path = root / home_of(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def seen(example: Example, root: Path) -> list[str]:
    """The findings as a page lists them, without hints of another fault: an example shows one thing."""
    settings, wrong = desk_settings(root)
    found: tuple[Finding, ...] = wrong or examine(root, settings, example.today).findings
    told = (one for one in found if one.severity is not Severity.HINT or one.fault.code == example.fault)
    return [shortened(str(one)) for one in told]


def shortened(line: str) -> str:
    return line.removeprefix(FOLDER).removeprefix("briefs/")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.fault}: {example.heading}")
def test_an_example_gives_the_findings_it_lists(example: Example, tmp_path: Path) -> None:
    lay_out(example, tmp_path)
    assert seen(example, tmp_path) == example.expected


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry.fault.code))
def test_a_fault_has_a_page_that_names_it(entry: Entry) -> None:
    assert entry.page.read_text("utf-8").startswith(f"# {entry.fault.code} {entry.fault.name}\n")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry.fault.code))
def test_a_page_explains_before_it_shows(entry: Entry) -> None:
    before = entry.page.read_text("utf-8").partition("\n## ")[0].split("\n", 1)[1].strip()
    assert before.endswith((".", "`"))


def test_codes_and_names_are_given_once() -> None:
    codes, names = [e.fault.code for e in ENTRIES], [e.fault.name for e in ENTRIES]
    assert len(set(codes)) == len(codes)
    assert len(set(names)) == len(names)
