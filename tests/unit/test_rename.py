"""`dateline rename`: every reference follows, and nothing else in any file moves."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import Command
from dateline.build import pages
from dateline.desk.renaming.home import home_of
from dateline.desk.renaming.thing import KINDS, Thing, own_id, shelves
from dateline.publish.redirects import redirects
from desks import ROOT, SITES, copied, desk_at, files_below, write

DESKS = ("harbour", "links", "changes", "uncertain-dates", "scripts", "rights", "ambiguous-names")
FRESH = "renamed-to-this"


def things(desk: Path) -> Iterator[Thing]:
    """A few things of every kind on a desk."""
    known = shelves(desk_at(desk).corpus)
    for kind in KINDS:
        yield from (Thing(kind, id_) for id_ in sorted(known[kind])[:3])


CASES = [(desk, thing) for desk in DESKS for thing in things(SITES / desk)]


def codes(desk: Path) -> Counter[str]:
    return Counter(finding.fault.code for finding in desk_at(desk).findings)


@pytest.mark.parametrize(("name", "thing"), CASES, ids=str)
def test_a_renamed_desk_is_as_clean_as_before(name: str, thing: Thing, tmp_path: Path, dateline: Command) -> None:
    desk = copied(SITES / name, tmp_path / "desk")
    before, files = codes(desk), files_below(desk)
    outcome = dateline("rename", thing.id, FRESH, "--kind", thing.kind, "--desk", desk)
    assert outcome.code == 0, outcome
    after = codes(desk)
    # A claim or date that had no id of its own has one now.
    assert after == before or (thing.kind == "claim" and after == before - Counter(["D212"]))
    assert home_of(Thing(thing.kind, thing.id.replace(own_id(thing), FRESH)), desk_at(desk).corpus).formerly
    added, gone = difference(files, files_below(desk))
    assert all(own_id(thing) in word for word in gone), gone
    assert all(FRESH in word or own_id(thing) in word or word in {"formerly:", "id:", "-"} for word in added), added


def difference(before: dict[str, bytes], after: dict[str, bytes]) -> tuple[Counter[str], Counter[str]]:
    """The words that are new in some file, and those that are gone."""
    old, new = (
        Counter(word for text in files.values() for word in re.findall(r"[^\s\[\]{},]+", text.decode()))
        for files in (before, after)
    )
    return new - old, old - new


@pytest.mark.parametrize(("name", "thing"), CASES[::5], ids=str)
def test_there_and_back_again_adds_an_old_id_and_no_more(
    name: str, thing: Thing, tmp_path: Path, dateline: Command
) -> None:
    desk = copied(SITES / name, tmp_path / "desk")
    before = files_below(desk)
    new = thing.id.replace(own_id(thing), FRESH) if own_id(thing) != thing.id else FRESH
    assert dateline("rename", thing.id, FRESH, "--kind", thing.kind, "--desk", desk).code == 0
    assert dateline("rename", new, own_id(thing), "--kind", thing.kind, "--desk", desk).code == 0
    added, gone = difference(before, files_below(desk))
    assert gone == Counter()
    assert set(added) <= {FRESH, "formerly:", "id:", "-", own_id(thing), f"{own_id(thing)}:"}
    assert added[FRESH] == 1


@pytest.mark.parametrize(
    ("old", "kind"), [("weir", "brief"), ("miller", "actor"), ("weir#three", "claim"), ("weir/weir-note", "article")]
)
def test_the_dry_run_is_what_git_applies(old: str, kind: str, tmp_path: Path, dateline: Command) -> None:
    desk, other = copied(SITES / "links", tmp_path / "desk"), copied(SITES / "links", tmp_path / "other")
    subprocess.run(["git", "init", "-q", "."], cwd=other, check=True)
    before = files_below(desk)
    outcome = dateline("rename", old, FRESH, "--kind", kind, "--dry-run", "--desk", desk)
    assert (outcome.code, files_below(desk)) == (0, before)
    subprocess.run(["git", "apply", "--whitespace=nowarn"], cwd=other, check=True, input=outcome.out.encode())
    assert dateline("rename", old, FRESH, "--kind", kind, "--desk", desk).code == 0
    assert files_below(other / "briefs") == files_below(desk / "briefs")


REFUSED = {
    "an id of nothing": (["wier", FRESH], "did you mean"),
    "no id": (["weir", "The Weir"], "“the-weir” would be one"),
    "its own id": (["weir", "weir", "--kind", "brief"], "is called that already"),
    "a taken id": (["weir", "mill", "--kind", "brief"], "there is already a brief “mill”"),
    "an actor who is there": (["miller", "weir-company"], "dateline merge miller weir-company"),
    "another brief": (["weir#three", "mill#three"], "stays in its brief"),
}


@pytest.mark.parametrize(("words", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_renamed_is_left_alone(words: list[str], said: str, tmp_path: Path, dateline: Command) -> None:
    desk = copied(SITES / "links", tmp_path / "desk")
    before = files_below(desk)
    outcome = dateline("rename", *words, "--desk", desk)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert "nothing was written" in outcome.err
    assert files_below(desk) == before


PLAIN = {
    "briefs/2021/ferry/brief.yaml": "title: The ferry\n",
    "briefs/2021/ferry/article.md": "The ferry stops.\n",
}
LAYOUTS = {
    "line ends of another system": (
        "actor",
        {"briefs/actors/a.yaml": "name: A\r\nkind: other\r\n\r\n# end\r\n"},
        {"briefs/actors/b.yaml": "name: A\r\nformerly: a\r\nkind: other\r\n\r\n# end\r\n"},
    ),
    "a byte order mark, and no line end": (
        "actor",
        {"briefs/actors/a.yaml": "\ufeffname: A\nkind: other"},
        {"briefs/actors/b.yaml": "\ufeffname: A\nformerly: a\nkind: other"},
    ),
    "a name of several lines": (
        "actor",
        {"briefs/actors/a.yaml": "kind: other\nname: A\n  long name  # why\naliases: x\n"},
        {"briefs/actors/b.yaml": "kind: other\nname: A\n  long name  # why\nformerly: a\naliases: x\n"},
    ),
    "a name in a block": (
        "actor",
        {"briefs/actors/a.yaml": "# top\nname: >-\n  A\nkind: other\n"},
        {"briefs/actors/b.yaml": "# top\nformerly: a\nname: >-\n  A\nkind: other\n"},
    ),
    "braces": (
        "actor",
        {"briefs/actors/a.yaml": "{name: A, kind: other}\n"},
        {"briefs/actors/b.yaml": "{name: A, formerly: a, kind: other}\n"},
    ),
    "old ids in lines": (
        "actor",
        {"briefs/actors/a.yaml": "name: A\nkind: other\nformerly:\n  # the first\n  - z\n\nactive: 2001\n"},
        {"briefs/actors/b.yaml": "name: A\nkind: other\nformerly:\n  # the first\n  - z\n  - a\n\nactive: 2001\n"},
    ),
    "one old id": (
        "actor",
        {"briefs/actors/a.yaml": "name: A\nkind: other\nformerly: z # first\n"},
        {"briefs/actors/b.yaml": "name: A\nkind: other\nformerly: [z, a] # first\n"},
    ),
    "an old id that is used again": (
        "actor",
        {"briefs/actors/a.yaml": "name: A\nkind: other\nformerly: [z, 'b']\n"},
        {"briefs/actors/b.yaml": "name: A\nkind: other\nformerly: [z, 'a']\n"},
    ),
    "quotes of both kinds": (
        "actor",
        {
            "briefs/actors/a.yaml": "name: A\nkind: other\n",
            "briefs/actors/c.yaml": 'name: C\nkind: other\nrelations:\n- {to: \'a\', as: "of"}\n- {to: "a", as: on}\n',
        },
        {
            "briefs/actors/b.yaml": "name: A\nformerly: a\nkind: other\n",
            "briefs/actors/c.yaml": 'name: C\nkind: other\nrelations:\n- {to: \'b\', as: "of"}\n- {to: "b", as: on}\n',
        },
    ),
    "a topic's own key": (
        "topic",
        {"briefs/topics.yaml": "a: {name: A}  # wide\nc:\n  name: C\n  broader: a\n"},
        {"briefs/topics.yaml": "b: {name: A, formerly: a}  # wide\nc:\n  name: C\n  broader: b\n"},
    ),
    "a question that only claims name": (
        "question",
        {"briefs/2021/ferry/brief.yaml": "title: F\nclaims: {says: It stops., answers: a}\n"},
        {
            "briefs/2021/ferry/brief.yaml": "title: F\nclaims: {says: It stops., answers: b}\n",
            "briefs/questions.yaml": "b:\n  formerly: a\n",
        },
    ),
    "a question beside others": (
        "question",
        {
            "briefs/2021/ferry/brief.yaml": "title: F\nclaims: {says: It stops., answers: a}\n",
            "briefs/questions.yaml": "c: {asks: Why?}",
        },
        {
            "briefs/2021/ferry/brief.yaml": "title: F\nclaims: {says: It stops., answers: b}\n",
            "briefs/questions.yaml": "c: {asks: Why?}\nb:\n  formerly: a\n",
        },
    ),
    "links of hand-written pages": (
        "actor",
        {
            "briefs/actors/a.yaml": "name: A\nkind: other\n",
            "docs/x.md": "[A](actors/a/index.md#said), [B](actors/ab/index.md), [A](https://x.org/actors/a/index.md)\n",
        },
        {
            "briefs/actors/b.yaml": "name: A\nformerly: a\nkind: other\n",
            "docs/x.md": "[A](actors/b/index.md#said), [B](actors/ab/index.md), [A](https://x.org/actors/a/index.md)\n",
        },
    ),
}


@pytest.mark.parametrize(("kind", "before", "after"), LAYOUTS.values(), ids=LAYOUTS)
def test_a_file_keeps_its_layout(
    kind: str, before: dict[str, str], after: dict[str, str], tmp_path: Path, dateline: Command
) -> None:
    desk = write(tmp_path / "desk", PLAIN | before)
    outcome = dateline("rename", "a", "b", "--kind", kind, "--desk", desk)
    assert outcome.code == 0, outcome
    kept = {name: text for name, text in (PLAIN | before).items() if "/a." not in name}
    assert files_below(desk) == {name: text.encode() for name, text in (kept | after).items()}


def test_an_article_without_front_matter_gets_one(tmp_path: Path, dateline: Command) -> None:
    desk = write(tmp_path / "desk", PLAIN)
    assert dateline("rename", "ferry/article", "report", "--desk", desk).code == 0
    assert (desk / "briefs/2021/ferry/report.md").read_text() == "---\nformerly: article\n---\nThe ferry stops.\n"


def test_a_brief_moves_with_all_that_is_in_its_folder(tmp_path: Path, dateline: Command) -> None:
    desk = write(tmp_path / "desk", PLAIN | {"briefs/2021/ferry/page.pdf": b"%PDF\xff"})
    assert dateline("rename", "ferry", "boat", "--desk", desk).code == 0
    assert sorted(files_below(desk / "briefs/2021")) == ["boat/article.md", "boat/brief.yaml", "boat/page.pdf"]
    assert [asset.path for asset in redirects(pages(desk_at(desk)))] == ["briefs/ferry/index.html"]


def test_a_claim_s_old_anchor_is_on_its_page(tmp_path: Path, dateline: Command) -> None:
    desk = write(tmp_path / "desk", PLAIN | {"briefs/2021/ferry/brief.yaml": "title: F\nclaims: {says: It stops.}\n"})
    assert dateline("rename", "ferry#c1", "stops", "--desk", desk).code == 0
    page = next(page.markdown for page in pages(desk_at(desk)) if page.path == "briefs/ferry/index.md")
    assert '<a id="claim-stops"></a><a id="claim-c1"></a>It stops.' in page


SHARED = {
    "briefs/2021/ferry/brief.yaml": "title: F\nclaims: {id: c, says: It stops., about: a}\n",
    "briefs/topics.yaml": "a: {name: Topic}\n",
    "briefs/actors/a.yaml": "name: Actor\nkind: other\n",
}


@pytest.mark.parametrize(("options", "about"), [(["--about", "change"], "b"), (["--about", "keep"], "a")])
def test_about_two_things(options: list[str], about: str, tmp_path: Path, dateline: Command) -> None:
    desk = write(tmp_path / "desk", PLAIN | SHARED)
    unsaid = dateline("rename", "a", "b", "--kind", "actor", "--desk", desk)
    assert unsaid.code == 2
    assert "--about" in unsaid.err
    assert dateline("rename", "a", "b", "--kind", "actor", *options, "--desk", desk).code == 0
    assert f"about: {about}" in (desk / "briefs/2021/ferry/brief.yaml").read_text()


def test_an_id_of_two_kinds_needs_the_kind(tmp_path: Path, dateline: Command) -> None:
    outcome = dateline("rename", "a", "b", "--desk", write(tmp_path / "desk", PLAIN | SHARED))
    assert outcome.code == 2
    assert "is the id of an actor and a topic; say which with --kind" in outcome.err


def test_an_id_that_links_would_take_for_another_thing_is_refused(tmp_path: Path, dateline: Command) -> None:
    files = SHARED | {"briefs/actors/b.yaml": "name: B\nkind: other\n"}
    outcome = dateline("rename", "a", "b", "--kind", "topic", "--desk", write(tmp_path / "desk", PLAIN | files))
    assert outcome.code == 2
    assert "could mean either" in outcome.err


@pytest.mark.parametrize("old", ["z", "a"])
def test_an_old_id_is_neither_renamed_nor_given_away(old: str, tmp_path: Path, dateline: Command) -> None:
    files = {
        "briefs/actors/b.yaml": "name: B\nkind: other\nformerly: z\n",
        "briefs/actors/a.yaml": "name: A\nkind: other\n",
    }
    outcome = dateline("rename", old, "z" if old == "a" else "y", "--desk", write(tmp_path / "desk", PLAIN | files))
    assert outcome.code == 2
    assert ("is the old id of the actor “b”" if old == "z" else "was the id of the actor “b”") in outcome.err


def test_a_desk_with_errors_is_mended_first(tmp_path: Path, dateline: Command) -> None:
    files = {"briefs/actors/a.yaml": "name: A\nkind: other\n", "briefs/actors/c.yaml": "name: 'C\n"}
    desk = write(tmp_path / "desk", PLAIN | files)
    outcome = dateline("rename", "a", "b", "--desk", desk)
    assert outcome.code == 1
    assert "briefs/actors/c.yaml:1:7: error D101" in outcome.out
    assert "Mend these first" in outcome.err
    assert (desk / "briefs/actors/a.yaml").exists()


def test_a_file_that_cannot_be_replaced_leaves_all_as_it_was(
    tmp_path: Path, dateline: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = copied(SITES / "links", tmp_path / "desk")
    before, rename = files_below(desk), Path.rename
    calls: list[Path] = []

    def failing(path: Path, target: Path) -> Path:
        calls.append(path)
        if len(calls) == 5:
            raise OSError(28, "No space left on device", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    outcome = dateline("rename", "mill", FRESH, "--kind", "brief", "--desk", desk)
    assert outcome.code == 3
    assert "No space left on device" in outcome.err
    assert len(calls) > 5, "what was done is undone"
    assert files_below(desk) == before


def test_the_demonstration_can_be_renamed(tmp_path: Path, dateline: Command) -> None:
    desk = copied(ROOT, tmp_path / "desk")
    assert dateline("rename", "kabul-strike", FRESH, "--desk", desk).code == 0
    assert desk_at(desk).sound
    left = [name for name, text in files_below(desk).items() if b"briefs/kabul-strike/" in text]
    assert left == []


def test_what_is_said_to_have_changed_has_changed(tmp_path: Path, dateline: Command) -> None:
    """Within its own brief a thing goes by its short name, which stays."""
    files = {
        "briefs/2021/ferry/brief.yaml": "title: F\nclaims: {id: c, says: It stops., evidence: {article: note}}\n",
        "briefs/2021/ferry/note.md": "It stops.\n",
        "briefs/2021/other/brief.yaml": "title: O\nrelated: ferry\nsummary: See [[ferry]] and [[ferry#c]].\n",
        "docs/x.md": "[1](briefs/ferry/index.md), [2](briefs/ferry/index.md#claim-c), [3](https://x.org/briefs/ferry/)\n",
    }
    desk = write(tmp_path / "desk", files)
    outcome = dateline("rename", "ferry", "boat", "--desk", desk)
    assert "4 places that name it changed, in 3 files" in outcome.out
    assert (desk / "docs/x.md").read_text("utf-8").count("briefs/boat/") == 2
