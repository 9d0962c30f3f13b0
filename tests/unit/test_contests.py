"""Answers to one question side by side: what can be true at once, what is an update, and what is not compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.build import examine
from dateline.model.settings import Settings
from dateline.relate.contests import Contest

ACTORS = ("mayor", "warden")
ARTICLE = "---\ntitle: The flood\npublished: 2021-09\n---\nThe river rose.\n"


def contest(root: Path, *answers: str, unit: str = "") -> Contest:
    """The contest of claims given as the rest of their YAML mapping; the first is `a`, the second `b`…"""
    claims = [
        f"  - {{id: {id_}, says: So many., answers: flood/lost, {rest}}}"
        for id_, rest in zip("abcd", answers, strict=False)
    ]
    files = {
        "2021/flood/brief.yaml": "\n".join(["title: The flood", "claims:", *claims]) + "\n",
        "2021/flood/article.md": ARTICLE,
        **{f"actors/{id_}.yaml": f"name: The {id_}\nkind: person\n" for id_ in ACTORS},
    }
    if unit:
        files["questions.yaml"] = f"flood/lost: {{asks: How many?, unit: {unit}}}\n"
    for name, text in files.items():
        path = root / "briefs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    found = examine(root, Settings())
    return found.relations.contests["flood/lost"]


def figure(rest: str, unit: str = "boats") -> str:
    return f"value: {{{rest}, unit: {unit}}}"


COMPATIBLE = [
    ("number: 170, bound: at-least", "number: 182", True),
    ("number: 170, bound: at-least", "number: 169", False),
    ("number: 60", "number: 90", False),
    ("number: 60", "number: 60", True),
    ("number: 90, bound: at-most", "number: 60", True),
    ("number: 90, bound: at-most", "number: 91", False),
    ("number: 90, bound: at-most", "number: 91, bound: at-least", False),
    ("low: 4, high: 5", "number: 5", True),
    ("low: 4, high: 5", "number: 6", False),
    ("low: 4, high: 5", "low: 5, high: 9", True),
    ("number: 100, bound: about", "number: 110", True),
    ("number: 100, bound: about", "number: 111", False),
]


@pytest.mark.parametrize(("one", "other", "compatible"), COMPATIBLE, ids=str)
def test_figures_are_compared_as_intervals(tmp_path: Path, one: str, other: str, compatible: bool) -> None:
    found = contest(tmp_path, figure(one), figure(other))
    assert found.compatible is compatible
    assert found.conflicts == (() if compatible else (("flood#a", "flood#b"),))


def test_different_units_are_never_compared(tmp_path: Path) -> None:
    assert contest(tmp_path, figure("number: 6"), figure("number: 9", "people")).compatible is None


def test_a_figure_without_a_unit_has_that_of_its_question(tmp_path: Path) -> None:
    found = contest(tmp_path, figure("number: 6"), "value: {number: 9}", unit="boats")
    assert found.compatible is False


def test_answers_in_words_are_not_compared(tmp_path: Path) -> None:
    assert contest(tmp_path, "by: mayor", "by: warden").compatible is None


def test_a_later_figure_of_the_same_speaker_is_an_update(tmp_path: Path) -> None:
    first, second = "by: mayor, said: 2021-09-01, ", "by: mayor, said: 2021-09-02, "
    found = contest(tmp_path, second + figure("number: 9"), first + figure("number: 6"))
    assert found.answers == ("flood#b", "flood#a")
    assert found.updates == {"flood#b": "flood#a"}
    assert found.compatible is None


@pytest.mark.parametrize(
    "second",
    [
        "by: warden, said: 2021-09-02",
        "by: [mayor, warden], said: 2021-09-02",
        "by: mayor, said: 2021-09-01",
        "by: mayor",
    ],
    ids=["another speaker", "one of two speakers", "the same day", "no day"],
)
def test_anything_else_contradicts(tmp_path: Path, second: str) -> None:
    found = contest(tmp_path, "by: mayor, said: 2021-09-01, " + figure("number: 6"), f"{second}, {figure('number: 9')}")
    assert found.updates == {}
    assert found.compatible is False


def test_an_editor_may_call_it_an_update(tmp_path: Path) -> None:
    update = "links: [{to: a, as: updates}], " + figure("number: 9")
    assert contest(tmp_path, figure("number: 6"), update).updates == {"flood#a": "flood#b"}


def test_a_figure_that_was_updated_contradicts_nobody(tmp_path: Path) -> None:
    found = contest(
        tmp_path,
        "by: mayor, said: 2021-09-01, " + figure("number: 6"),
        "by: mayor, said: 2021-09-02, " + figure("number: 9"),
        "by: warden, said: 2021-09-02, " + figure("number: 9"),
    )
    assert found.compatible is True
