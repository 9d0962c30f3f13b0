"""Rules: what their pages cannot show, such as details for a terminal, silence, and cost."""

from __future__ import annotations

import cProfile
from pathlib import Path

import pytest

from dateline.build import Desk, examine
from dateline.check.run import check
from dateline.findings import Finding, Severity
from dateline.model.settings import Settings
from dateline.relate.relations import relate

ARTICLE = "---\ntitle: The flood\npublished: 2021-09\n---\nThe river rose by two metres\nin one night.\n"
SMALLEST = "title: The river rises\nclaims:\n  - says: The river rose.\n    evidence: [{quote: rose by two metres}]\n"
DRAFT = """\
title: The flood
state: draft
actors: []
dates:
  - {when: 2021-09, what: The article is published., status: reported}
claims:
  - {id: c1, says: The river rose by two metres in one night., kind: statement, state: draft,
     evidence: [{quote: "The river rose by two metres\\nin one night."}]}
  - {id: c2, says: "It rose [[by two metres]].", state: draft, evidence: [{quote: rose by two metres}]}
"""


def desk(root: Path, files: dict[str, str]) -> Desk:
    for name, text in files.items():
        path = root / "briefs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return examine(root, Settings())


def of(root: Path, brief: str, article: str = ARTICLE) -> tuple[Finding, ...]:
    return desk(root, {"2021/flood/brief.yaml": brief, "2021/flood/article.md": article}).findings


def test_the_smallest_brief_gives_no_warning(tmp_path: Path) -> None:
    assert {finding.severity for finding in of(tmp_path, SMALLEST)} == {Severity.HINT}


def test_a_draft_as_import_writes_it_gives_no_error(tmp_path: Path) -> None:
    found = of(tmp_path, DRAFT)
    assert [finding.fault.name for finding in found if finding.severity is Severity.WARNING] == [
        "draft-waiting",
        "statement-without-speaker",
    ]
    assert all(finding.severity is not Severity.ERROR for finding in found)


def test_an_absent_quote_shows_the_difference_word_by_word(tmp_path: Path) -> None:
    (absent,) = (one for one in of(tmp_path, SMALLEST.replace("two", "ten")) if one.fault.name == "quote-absent")
    assert absent.detail == "rose by [-ten-] {+two+} metres"


def test_a_passage_over_two_lines_is_told_on_one(tmp_path: Path) -> None:
    wrong = SMALLEST.replace("rose by two metres", "rose by ten metres in one night")
    (absent,) = (one for one in of(tmp_path, wrong) if one.fault.name == "quote-absent")
    assert "line 5: “rose by two metres in one night”" in absent.message


@pytest.mark.parametrize("place", ["brief", "article"])
def test_an_allowance_silences_where_it_stands(tmp_path: Path, place: str) -> None:
    allow = "allow: [{code: D302, why: The page has no date.}]\n"
    undated = ARTICLE.replace("published: 2021-09\n", allow if place == "article" else "")
    found = of(tmp_path, SMALLEST + (allow if place == "brief" else ""), undated)
    assert ("undated-article" in {finding.fault.name for finding in found}) is (place == "brief")


def test_rules_take_steps_in_proportion_to_the_content(tmp_path: Path) -> None:
    """Eight times the claims take about eight times the calls, which no busy machine changes."""
    calls = [_calls(tmp_path / str(count), count) for count in (100, 800)]
    assert calls[1] < calls[0] * 8 * 1.5


def _calls(root: Path, claims: int) -> int:
    lines = [
        f"  - {{id: c{number}, says: The river rose., status: disputed, answers: rise,"
        f" evidence: [{{quote: river}}], links: [{{to: c1, as: contradicts}}]}}\n"
        for number in range(claims)
    ]
    files = {"2021/flood/brief.yaml": "title: The flood\nclaims:\n" + "".join(lines), "2021/flood/article.md": ARTICLE}
    corpus = desk(root, files).corpus
    relations = relate(corpus)
    profile = cProfile.Profile()
    profile.runcall(check, corpus, relations)
    return sum(entry.callcount for entry in profile.getstats())
