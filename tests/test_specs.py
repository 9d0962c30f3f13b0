"""Every fault's page is a test: its examples give exactly the findings it lists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from dateline.build import examine
from dateline.check.catalogue import Entry, catalogue
from dateline.model.settings import Settings

FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
TITLE = re.compile(r'title="([^"]+)"')
FOLDER = "briefs/2021/example/"
SHORT = {"brief.yaml": f"{FOLDER}brief.yaml", "article.md": f"{FOLDER}article.md"}
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


def examples(entry: Entry) -> list[Example]:
    found = []
    for section in re.split(r"^## ", entry.page.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        files: dict[str, str] = {}
        expected: list[str] | None = None
        for fence in FENCE.finditer(section):
            if fence["info"] == "findings":
                expected = fence["text"].splitlines()
            elif title := TITLE.search(fence["info"]):
                files[title[1]] = fence["text"]
        if expected is not None:
            found.append(Example(entry.fault.code, section.partition("\n")[0], files, expected))
    return found


ENTRIES = catalogue()
EXAMPLES = [example for entry in ENTRIES for example in (examples(entry) if entry.page.is_file() else [])]


def lay_out(example: Example, root: Path) -> None:
    for name, text in (GIVEN | example.files).items():
        path = root / SHORT.get(name, name if name == "mkdocs.yml" else f"briefs/{name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def shortened(line: str) -> str:
    return line.removeprefix(FOLDER).removeprefix("briefs/")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.fault}: {example.heading}")
def test_an_example_gives_the_findings_it_lists(example: Example, tmp_path: Path) -> None:
    lay_out(example, tmp_path)
    desk = examine(tmp_path, Settings())
    assert [shortened(str(finding)) for finding in desk.findings] == example.expected


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
