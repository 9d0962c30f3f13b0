"""Old ids: where they lead, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.build import examine, pages
from dateline.model.settings import Settings
from dateline.publish.redirects import redirects
from desks import write

KINDS = {
    "actor": ("actors/{id}.yaml", "name: {id}\nkind: other\n{old}"),
    "source": ("sources/{id}.yaml", "name: {id}\nkind: other\n{old}"),
    "brief": ("2021/{id}/brief.yaml", "title: {id}\n{old}"),
}


def desk(folder: Path, kind: str, things: dict[str, str]) -> Path:
    """Things of one kind, each with the ids it had before."""
    path, text = KINDS[kind]
    files = {
        path.format(id=id_): text.format(id=id_, old=f"formerly: [{old}]\n" if old else "")
        for id_, old in things.items()
    }
    return write(folder / "briefs", files).parent


def led(folder: Path) -> dict[str, str]:
    """Each old page, and the text that leads from there."""
    return {asset.path: str(asset.content) for asset in redirects(pages(examine(folder, Settings())))}


def codes(folder: Path) -> list[str]:
    return [finding.fault.code for finding in examine(folder, Settings()).findings if finding.severity == "error"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_old_id_leads_to_the_thing(tmp_path: Path, kind: str) -> None:
    made = led(desk(tmp_path, kind, {"new": "old, older"}))
    assert sorted(made) == [f"{kind}s/old/index.html", f"{kind}s/older/index.html"]
    assert all(f'url=../../{kind}s/new/index.html"' in text for text in made.values())


WRONG = {
    "in use again": {"a": "b", "b": ""},
    "a circle": {"a": "b", "b": "a"},
    "a chain, whose middle is still there": {"a": "b", "b": "c"},
    "its own id": {"a": "a"},
    "claimed by two": {"a": "old", "b": "old"},
    "twice in one list": {"a": "old, old"},
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("things", WRONG.values(), ids=WRONG)
def test_what_an_old_id_may_not_be(tmp_path: Path, kind: str, things: dict[str, str]) -> None:
    assert "D209" in codes(desk(tmp_path, kind, things))


def test_one_old_id_may_stand_for_things_of_two_kinds(tmp_path: Path) -> None:
    desk(tmp_path, "actor", {"a": "old"})
    assert codes(desk(tmp_path, "source", {"a": "old"})) == []


def test_what_has_no_page_has_no_old_page_either(tmp_path: Path) -> None:
    files = {"2021/plan/brief.yaml": "title: A plan\nstate: draft\nformerly: idea\n"}
    assert led(write(tmp_path / "briefs", files).parent) == {}


def test_every_redirect_leads_to_a_page(tmp_path: Path) -> None:
    made = examine(desk(tmp_path, "actor", {"new": "old", "other": "another"}), Settings())
    there = {page.path for page in pages(made)}
    assert {page.path for page in pages(made) if page.facts.formerly} <= there


ARTICLES = {
    "2021/weir/brief.yaml": "title: The weir\n",
    "2021/weir/report.md": "---\ntitle: A report\nformerly: note\n---\nThe weir broke.\n",
}


def test_an_article_s_old_name_is_still_an_anchor(tmp_path: Path) -> None:
    made = pages(examine(write(tmp_path / "briefs", ARTICLES).parent, Settings()))
    brief = next(page.markdown for page in made if page.path == "briefs/weir/index.md")
    assert '<a id="article-report"></a><a id="article-note"></a>A report' in brief


@pytest.mark.parametrize("old", ["formerly: report", "formerly: other", "formerly: taken"])
def test_an_article_s_old_name_is_not_used_again(tmp_path: Path, old: str) -> None:
    files = ARTICLES | {
        "2021/weir/report.md": f"---\ntitle: A report\n{old}\n---\nThe weir broke.\n",
        "2021/weir/other.md": "---\ntitle: Another\nformerly: taken\n---\nThe weir broke.\n",
    }
    assert "D209" in codes(write(tmp_path / "briefs", files).parent)


LEFT_BEHIND = {
    "an actor": ("actors: [old]", 'no actor is called "old" any more', 'write "new"'),
    "somebody who speaks": ("claims: [{says: It is., by: old}]", 'no actor is called "old" any more', 'write "new"'),
    "a brief": ("related: before", 'no brief is called "before" any more', 'write "after"'),
    "a claim": ("dates: [{when: 2021, what: It is., claims: after#was}]", '"after#was" any more', 'write "after#is"'),
    "a claim of a brief": (
        "dates: [{when: 2021, what: It is., claims: before#is}]", '"before#is" any more', 'write "after#is"',
    ),
    "both": ("dates: [{when: 2021, what: It is., claims: before#was}]", '"before#was" any more', 'write "after#is"'),
    "an article": ("claims: [{says: It is., evidence: {article: after/note}}]", "any more", 'write "after/report"'),
    "a link": ("summary: See [[after#was]].", "“after#was” is called “after#is” today", "write [[after#is]]"),
}  # fmt: skip


@pytest.mark.parametrize(("line", "said", "remedy"), LEFT_BEHIND.values(), ids=LEFT_BEHIND)
def test_an_old_id_in_a_file_is_told_from_a_slip(tmp_path: Path, line: str, said: str, remedy: str) -> None:
    """Two pull requests: one renames, the other still uses the old id."""
    files = {
        "actors/new.yaml": "name: New\nkind: other\nformerly: old\n",
        "2021/after/brief.yaml": "title: A\nformerly: before\nclaims: [{id: is, formerly: was, says: It is.}]\n",
        "2021/after/report.md": "---\nformerly: note\n---\nIt is.\n",
        "2021/other/brief.yaml": f"title: O\n{line}\n",
    }
    found = examine(write(tmp_path / "briefs", files).parent, Settings()).findings
    [error] = [finding for finding in found if finding.severity == "error"]
    assert said in error.message
    assert remedy in error.remedy
