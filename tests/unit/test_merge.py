"""`dateline merge`: two actors become one, and what they contradict each other in is said first."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Command
from dateline.build import pages
from dateline.publish.redirects import redirects
from desks import desk_at, files_below, write

BRIEF = """\
# The desk's own words, kept as they are.
title: The ferry
actors:
  - {actor: col, role: Operator}   # the company
  - line
dates:
  - {when: 2021-10-04, what: 'The [[col]] stops.', who: [line, col]}
claims:
  - id: stops
    says: It stops.
    by: [col]
    about: [line, col]
    evidence: {quote: the ferry stops}
"""
DESK = {
    "briefs/2021/ferry/brief.yaml": BRIEF,
    "briefs/2021/ferry/article.md": "---\ntitle: Ferry\npublished: 2021-10-04\n---\nToday the ferry stops.\n",
    "briefs/actors/other.yaml": "name: Other\nkind: person\nrelations: {to: col, as: employed-by}\n",
}
LINE = "# who they are\nname: Coast Line\nkind: company\naliases: [CL]  # as on the ships\nlinks:\n  wikidata: Q1\n"
COL = "name: Coastal Line\nkind: company\n"


def desk(tmp_path: Path, col: str, line: str = LINE, more: dict[str, str] | None = None) -> Path:
    files = DESK | {"briefs/actors/col.yaml": col, "briefs/actors/line.yaml": line} | (more or {})
    return write(tmp_path / "desk", files)


def merged(tmp_path: Path, dateline: Command, col: str, line: str, *options: str) -> str:
    """What the file of the actor that stays says."""
    folder = desk(tmp_path, col, line)
    outcome = dateline("merge", "col", "line", *options, "--desk", folder)
    assert outcome.code == 0, outcome
    assert not (folder / "briefs/actors/col.yaml").exists()
    return (folder / "briefs/actors/line.yaml").read_text("utf-8")


def test_what_names_the_one_names_the_other(tmp_path: Path, dateline: Command) -> None:
    folder = desk(tmp_path, COL)
    assert dateline("merge", "col", "line", "--desk", folder).code == 0
    expected = (
        BRIEF.replace("  - line\n", "")
        .replace("actor: col", "actor: line")
        .replace("[[col]]", "[[line]]")
        .replace("[line, col]", "[line]")
        .replace("[col]", "[line]")
    )
    assert (folder / "briefs/2021/ferry/brief.yaml").read_text("utf-8") == expected
    assert "to: line" in (folder / "briefs/actors/other.yaml").read_text("utf-8")
    found = desk_at(folder)
    assert found.sound
    assert [asset.path for asset in redirects(pages(found))] == ["actors/col/index.html"]


JOINED = {
    "the name": (COL, LINE, "aliases: [CL, Coastal Line]  # as on the ships\n"),
    "an old id of the one that goes": (f"{COL}formerly: c\n", LINE, "formerly: [col, c]\n"),
    "an alias both have, said at more length": (
        f"{COL}aliases: {{name: CL, use: common}}\n", LINE, "aliases: [{name: CL, use: common}, Coastal Line]",
    ),
    "a role": (f"{COL}roles: [{{title: Operator, when: 2021}}]\n", LINE, 'roles: {title: Operator, when: "2021"}\n'),
    "a country with its comment": (f"{COL}country: NO  # by law\n", LINE, "\ncountry: NO  # by law\n"),
    "a description of many lines": (
        f"{COL}description: |\n  Sails to [[col]].\n\n  Twice.\n", LINE,
        "\ndescription: |\n  Sails to [[line]].\n\n  Twice.\n",
    ),
    "an identifier": (f"{COL}links: {{lei: X9}}\n", LINE, "links:\n  wikidata: Q1\n  lei: X9\n"),
    "identifiers where there were none": (f"{COL}links: {{lei: X9}}\n", COL.replace("al", ""), "\nlinks: {lei: X9}\n"),
    "a list in lines": (
        f"{COL}roles:\n  - title: Operator\n", f"{LINE}roles:\n- title: Owner\n  when: 2020\n# end\n",
        "roles:\n- title: Owner\n  when: 2020\n- {title: Operator}\n# end\n",
    ),
    "a single entry that stands alone": (
        f"{COL}roles: {{title: Operator}}\n", f"{LINE}roles:\n  title: Owner\n  when: 2020\n",
        "roles:\n  - title: Owner\n    when: 2020\n  - {title: Operator}\n",
    ),
    "one who writes between braces": (
        COL, "{name: CL, kind: company}", "{name: CL, aliases: Coastal Line, formerly: col",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("col", "line", "expected"), JOINED.values(), ids=JOINED)
def test_what_is_joined(col: str, line: str, expected: str, tmp_path: Path, dateline: Command) -> None:
    found = merged(tmp_path, dateline, col, line)
    assert expected in found
    # All that was there is there, in its order.
    rest = iter(found)
    assert all(sign in rest for sign in line if sign not in "[]{}")


CONFLICTS = {
    "two countries": (f"{COL}country: NO\n", f"{LINE}country: SE\n", "country: “NO” or “SE”"),
    "two kinds": (COL.replace("company", "person"), LINE, "kind: “person” or “company”"),
    "two identifiers": (f"{COL}links: {{wikidata: Q2}}\n", LINE, "links.wikidata: “Q2” or “Q1”"),
    "a name that is somebody else's": (f"{COL}not: [CL]\n", LINE, "“CL” is somebody else"),
    "a tie between them": (
        f"{COL}relations: {{to: line, as: owned-by}}\n", LINE, "briefs/actors/col.yaml:3:12: one is tied to the other",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("col", "line", "said"), CONFLICTS.values(), ids=CONFLICTS)
def test_a_conflict_is_said_and_nothing_is_written(
    col: str, line: str, said: str, tmp_path: Path, dateline: Command
) -> None:
    folder = desk(tmp_path, col, line)
    before = files_below(folder)
    outcome = dateline("merge", "col", "line", "--desk", folder)
    assert outcome.code == 2
    assert said in outcome.err
    assert "Nothing was written" in outcome.err
    assert files_below(folder) == before


@pytest.mark.parametrize(("option", "country"), [("--take", "NO"), ("--keep", "SE")])
def test_a_decided_conflict_is_none(option: str, country: str, tmp_path: Path, dateline: Command) -> None:
    col, line = f"{COL}country: NO\n", f"{LINE}country: SE  # as they say\n"
    found = merged(tmp_path, dateline, col, line, option, "country")
    assert f"country: {country}  # as they say\n" in found


def test_two_roles_in_one_list_are_for_an_editor(tmp_path: Path, dateline: Command) -> None:
    brief = {"briefs/2021/ferry/brief.yaml": BRIEF.replace("- line\n", "- {actor: line, role: Owner}\n")}
    outcome = dateline("merge", "col", "line", "--desk", desk(tmp_path, COL, more=brief))
    assert outcome.code == 2
    assert "briefs/2021/ferry/brief.yaml:4:3: both stand in this list" in outcome.err


def test_all_conflicts_come_at_once(tmp_path: Path, dateline: Command) -> None:
    col, line = f"{COL}country: NO\nactive: 2001/..\n", f"{LINE}country: SE\nactive: 1999/..\n"
    outcome = dateline("merge", "col", "line", "--desk", desk(tmp_path, col, line))
    assert [word in outcome.err for word in ("country", "active", "--take country", "--keep active")] == [True] * 4


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["col", "col"], "is one actor already"),
        (["kol", "line"], "did you mean"),
        (["col", "ferry"], "nothing on this desk has the id"),
        (["col", "line", "--take", "country"], "nothing to decide"),
        (["col", "line", "--take", "kind", "--keep", "kind"], "both taken and kept"),
    ],
)
def test_what_cannot_be_merged(words: list[str], said: str, tmp_path: Path, dateline: Command) -> None:
    outcome = dateline("merge", *words, "--desk", desk(tmp_path, COL))
    assert outcome.code == 2
    assert said in outcome.err
