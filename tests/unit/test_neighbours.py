"""Related briefs are those that share most, nearest in time first, each with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.build import examine
from dateline.model.settings import Settings
from dateline.relate.neighbours import MOST, NEAR_DAYS, Neighbour
from desks import write

ACTOR = "name: Actor\nkind: other\n"


def neighbours(tmp_path: Path, briefs: dict[str, str]) -> dict[str, tuple[Neighbour, ...]]:
    files = {f"briefs/2021/{slug}/brief.yaml": f"title: {slug}\n{text}" for slug, text in briefs.items()}
    topics = {"briefs/topics.yaml": "t1: {name: One}\nt2: {name: Two}\n"}
    actors = {f"briefs/actors/{id_}.yaml": ACTOR for id_ in ("a1", "a2", "a3")}
    desk = examine(write(tmp_path, files | topics | actors), Settings())
    return dict(desk.relations.neighbours)


def day(number: int) -> str:
    return f"dates: [{{when: 2021-03-{number:02}, what: It happens.}}]\n"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "", []),
        ("topics: t1\n", "topics: t2\n", []),
        ("topics: t1\n", "topics: t1\n", [Neighbour("b", "", (), ("t1",), None)]),
        ("actors: a1\n", "actors: [a2, a1]\n", [Neighbour("b", "", ("a1",), (), None)]),
        ("actors: a1\n" + day(1), "actors: a1\n" + day(4), [Neighbour("b", "", ("a1",), (), 3)]),
        ("actors: a1\n" + day(1), "actors: a1\n" + day(1), [Neighbour("b", "", ("a1",), (), 0)]),
        ("actors: a1\n" + day(1), "actors: a1\n" + day(2 + NEAR_DAYS), [Neighbour("b", "", ("a1",), (), None)]),
        (day(1), day(1), []),
        ("related: b\n", "", [Neighbour("b", "", (), (), None)]),
        ("related: {brief: b, why: it came of this}\n", "", [Neighbour("b", "it came of this", (), (), None)]),
    ],
)
def test_the_reason_is_what_two_briefs_share(tmp_path: Path, one: str, other: str, expected: list[Neighbour]) -> None:
    assert [*neighbours(tmp_path, {"a": one, "b": other})["a"]] == expected


def test_a_shared_actor_counts_more_than_a_shared_topic(tmp_path: Path) -> None:
    found = neighbours(tmp_path, {"a": "actors: a1\ntopics: t1\n", "b": "topics: t1\n", "c": "actors: a1\n"})
    assert [near.brief for near in found["a"]] == ["c", "b"]


def test_what_few_share_counts_more_than_what_many_share(tmp_path: Path) -> None:
    many = {f"m{number}": "actors: a1\n" for number in range(4)}
    found = neighbours(tmp_path, {"a": "actors: [a1, a2]\n", "z": "actors: a2\n", **many})
    assert found["a"][0].brief == "z"


def test_the_editor_s_choice_comes_first(tmp_path: Path) -> None:
    found = neighbours(tmp_path, {"a": "actors: a1\nrelated: c\n", "b": "actors: a1\n", "c": ""})
    assert [near.brief for near in found["a"]] == ["c", "b"]


def test_not_more_than_some_are_shown(tmp_path: Path) -> None:
    found = neighbours(tmp_path, {f"b{number:02}": "actors: a1\n" for number in range(MOST + 4)})
    assert {len(near) for near in found.values()} == {MOST}


def test_a_brief_is_not_related_to_itself(tmp_path: Path) -> None:
    found = neighbours(tmp_path, {"a": "actors: a1\n", "b": "actors: a1\n"})
    assert "a" not in {near.brief for near in found["a"]}
