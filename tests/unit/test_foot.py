"""A page's foot leads to the very file and line that it was made from, in the forms that forges have."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from dateline.build import examine, memory_of, pages, sheets
from dateline.model.settings import Settings
from desks import write

FILES = {
    "briefs/topics.yaml": "trade: {name: Trade}\n\n# What floats.\nferry:\n  name: Ferry\n",
    "briefs/questions.yaml": "strike/days:\n  asks: How many days?\n",
    "briefs/actors/union.yaml": "name: The union\n",
    "briefs/2021/strike/brief.yaml": "title: A strike\ntopics: ferry\nclaims:\n  - id: long\n    says: It lasted.\n"
    "    answers: strike/reason\n    evidence: [{quote: It lasted}]\n",
    "briefs/2021/strike/article.md": "---\ntitle: Strike\npublished: 2021\n---\nIt lasted long.\n",
}
GITHUB, GITLAB = "https://github.com/o/desk/edit/main", "https://gitlab.com/group/sub/desk/-/edit/main/"
FORGEJO, OTHER = "https://codeberg.org/o/desk/_edit/main/", "https://x.example/edit?file="
LINK = re.compile(r"\[(Edit this page|Report a mistake)\]\(<?([^)>]*)>?\)")


def ways(root: Path, edit_uri: str, path: str) -> dict[str, str]:
    """The links of a page's foot by their words."""
    found = pages(examine(root, Settings(edit_uri=edit_uri)))
    page = next(page for page in found if page.path == path)
    return {words: unquote(unescape(link)) for words, link in LINK.findall(page.markdown)}


@pytest.mark.parametrize(
    ("path", "file", "line"),
    [
        ("topics/ferry/index.md", "briefs/topics.yaml", 4),
        ("topics/trade/index.md", "briefs/topics.yaml", 1),
        ("questions/strike/days/index.md", "briefs/questions.yaml", 1),
        ("questions/strike/reason/index.md", "briefs/2021/strike/brief.yaml", 6),
        ("briefs/strike/index.md", "briefs/2021/strike/brief.yaml", 1),
        ("actors/union/index.md", "briefs/actors/union.yaml", 1),
    ],
)
def test_links_lead_to_the_line(tmp_path: Path, path: str, file: str, line: int) -> None:
    root = write(tmp_path, FILES)
    at, named = (f"#L{line}", f"{file}:{line}") if line > 1 else ("", file)
    github, gitlab, forgejo = (ways(root, uri, path) for uri in (GITHUB, GITLAB, FORGEJO))
    assert github["Edit this page"] == f"{GITHUB}/{file}{at}"
    assert gitlab["Edit this page"] == f"{GITLAB}{file}{at}"
    assert forgejo["Edit this page"] == f"{FORGEJO}{file}"
    assert github["Report a mistake"].startswith("https://github.com/o/desk/issues/new?title=Mistake in: ")
    assert github["Report a mistake"].endswith(f"&body={named}")
    assert gitlab["Report a mistake"].startswith("https://gitlab.com/group/sub/desk/-/issues/new?issue[title]=")
    assert forgejo["Report a mistake"].endswith(f"&body={named}")


def test_every_page_has_a_way_to_report_and_one_without_a_file_none_to_edit(tmp_path: Path) -> None:
    made = pages(examine(write(tmp_path, FILES), Settings(edit_uri=GITHUB)))
    found = {page.path: dict(LINK.findall(page.markdown)) for page in made}
    assert all("Report a mistake" in links for links in found.values())
    assert "Edit this page" not in found["timeline/index.md"]


def test_an_address_of_an_unknown_kind_has_no_line(tmp_path: Path) -> None:
    assert ways(write(tmp_path, FILES), OTHER, "topics/ferry/index.md") == {
        "Edit this page": f"{OTHER}/briefs/topics.yaml"
    }


def test_a_topic_that_moved_by_a_line_is_made_again(tmp_path: Path) -> None:
    root, settings = write(tmp_path, FILES), Settings(edit_uri=GITHUB)
    before = {sheet.path: sheet.key for sheet in sheets(examine(root, settings, memory=memory_of(root, settings)))}
    write(root, {"briefs/topics.yaml": f"# The topics of the desk.\n{FILES['briefs/topics.yaml']}"})
    desk = examine(root, settings, memory=memory_of(root, settings))
    after = {sheet.path: sheet.key for sheet in sheets(desk)}
    assert {path for path in after if after[path] != before[path]} >= {"topics/ferry/index.md", "topics/trade/index.md"}
    assert after["briefs/strike/index.md"] == before["briefs/strike/index.md"]
