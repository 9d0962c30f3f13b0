"""Hostile text in every field of every kind of file means nothing, wherever its pages are published."""

from __future__ import annotations

import json
import re
from pathlib import Path

import markdown
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from conftest import Command
from desks import files_below, markdown_pages, published_files, write
from hostility import CORPUS, buildable, desk_of, our_strings, their_strings
from wall import removed

PLAIN = ("toc", "tables", "fenced_code")
"""What MkDocs turns on by itself."""
PLACE = re.compile(r"(?:briefs/\S.*|mkdocs\.yml):\d+:\d+: (?:error|warning|hint) D\d{3} ")
CONTINUED = "    "
ANNOTATION = re.compile(r"::(?:error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=[^,:]+::")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return buildable(our_strings(), tmp_path_factory.mktemp("hostile"))[0]


def walled(files: dict[str, bytes]) -> list[str]:
    """What the allow-list would remove of pages as plain MkDocs renders them."""
    html = {path: markdown.markdown(text, extensions=PLAIN) for path, text in markdown_pages(files)}
    assert html
    return [f"{path}: {tag}" for path, page in html.items() for tag in removed(page)]


def test_the_wall_removes_what_runs_or_loads() -> None:
    """Otherwise the tests below would say nothing."""
    for attack in (
        "<script>x</script>", "<p onclick='x'>y</p>", "<a href='javascript:x'>y</a>", "<img src='x'>", "<!-- x -->",
        "<p style='position:fixed'>y</p>", "<iframe srcdoc='x'></iframe>", "<form></form>", "<svg onload='x'></svg>",
        "<a href='data:text/html,x'>y</a>",
        "<svg><use href='data:x'/></svg>", "<svg><a href='javascript:x'>y</a></svg>",
    ):  # fmt: skip
        assert [*removed(attack)], attack


def test_the_allow_list_finds_nothing_to_remove(desk: Path) -> None:
    assert walled(published_files(desk)) == []


def test_plain_mkdocs_publishes_written_pages_as_harmless(tmp_path: Path, dateline: Command) -> None:
    desk = buildable(our_strings()[::6], tmp_path / "desk")[0]
    assert dateline("pages", "--desk", desk, "--out", tmp_path / "plain/docs").code == 0
    (tmp_path / "plain/mkdocs.yml").write_text("site_name: Plain\ntheme: {name: mkdocs, highlightjs: false}\n", "utf-8")
    build(load_config(str(tmp_path / "plain/mkdocs.yml")))
    site = files_below(tmp_path / "plain/site")
    pages = {path: content.decode() for path, content in site.items() if path.endswith("/index.html")}
    pages = {path: page for path, page in pages.items() if "This page has moved" not in page}
    assert len(pages) > len(our_strings()) // 6
    assert [(path, tag) for path, page in pages.items() for tag in removed(main(page))] == []


def main(page: str) -> str:
    """What plain MkDocs' theme puts a page's text into."""
    begin, end = '<div class="col-md-9" role="main">', "<footer"
    assert begin in page
    return page.partition(begin)[2].partition(end)[0].rpartition("</div>")[0].rpartition("</div>")[0]


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk of what a file cannot hold, beside some of what it can."""
    strings = [*our_strings()[::4], "", " ", "a\x00b", "\x1b[31mred", "\x1b]0;t\x07", "\ud800", "user\u202egnp.exe"]
    root = tmp_path_factory.mktemp("refused")
    return write(desk_of(strings, root), {"briefs/actors/\u202e\x1b[31m::error.yaml": "name: x\n"})


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif"])
def test_what_refuses_a_string_says_where(form: str, refused: Path, dateline: Command) -> None:
    outcome = dateline("check", "--desk", refused, "--format", form)
    assert outcome.code == 1
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", outcome.out)
    match form:
        case "text":
            lines = outcome.out.rstrip().splitlines()[:-1]
            assert [line for line in lines if not (PLACE.match(line) or line.startswith(CONTINUED))] == []
        case "github":
            assert [line for line in outcome.out.splitlines() if not ANNOTATION.match(line)] == []
        case "json":
            found = json.loads(outcome.out)["findings"]
            assert [row for row in found if not (row["file"] and row["line"] >= 1 and row["column"] >= 1)] == []
        case "sarif":
            assert json.loads(outcome.out)["runs"][0]["results"]


@pytest.mark.nightly
def test_the_strings_of_others_mean_nothing_either(tmp_path: Path) -> None:
    if CORPUS is None:
        pytest.skip("shared/corpora/hostile.jsonl.gz is not beside the repository")
    desk, _ = buildable(their_strings(), tmp_path)
    assert walled(published_files(desk)) == []
