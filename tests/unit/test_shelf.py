"""Lists that grow with the desk are cut, and nothing is lost."""

from __future__ import annotations

import re

import pytest

from dateline.build import examine, pages
from dateline.model.settings import Settings
from dateline.model.when import When
from dateline.pages.page import Page
from dateline.pages.parts.shelf import LONGEST_YEAR, ROOM, rooms, shelf, stretch
from dateline.pages.parts.source_articles import MOST_CLAIMS
from dateline.publish.files import outputs
from desks import write
from markup import dead_ends, from_markdown

MANY = LONGEST_YEAR // 5 + 200
"""Briefs: more than all the lists of a page have room for, with more dates in one year than one page takes."""
HUB = ROOM + 50
"""Briefs, questions and actors that all have to do with one and the same thing."""
ENTRY = re.compile(r"^ *- ", re.MULTILINE)


def same(text: str) -> When | None:
    return When.parse(text) if text else None


def test_a_short_list_is_shown_as_it_is() -> None:
    assert shelf(["2022", "2021"], same) == (("2022", "2021"), {})


def test_a_long_list_shows_the_latest_and_has_every_entry_in_its_parts() -> None:
    texts = [f"{2000 + number % 3}-01-{1 + number % 28:02}" for number in range(2 * ROOM + 50)] + [""]
    made = shelf(texts, same)
    assert len(made.shown) == ROOM
    assert made.shown[-1] == max(texts)
    assert [len(its) for its in made.parts.values()] == [ROOM, ROOM, 51]
    assert [text for its in made.parts.values() for text in its] == sorted(texts)


STRETCHES = [
    (["2019-05", "2021"], "2019–2021"),
    (["2021-03-04", "2021-05-06"], "2021-03 – 2021-05"),
    (["2021-05-01", "2021-05-06"], "2021-05"),
    (["", "2021"], "undated–2021"),
    (["", ""], "undated"),
    (["-0044-03-15", "Y17000"], "-0044–Y17000"),
]


@pytest.mark.parametrize(("texts", "said"), STRETCHES)
def test_a_part_says_its_time(texts: list[str], said: str) -> None:
    assert stretch(texts, same) == said


ROOMS = [
    ({"a": 3, "b": 4}, {"a": 3, "b": 4}),
    ({"a": 3, "b": 90}, {"a": 3, "b": 7}),
    ({"a": 50, "b": 50}, {"a": 5, "b": 5}),
    ({"a": 9, "b": 0, "c": 1}, {"a": 9, "b": 0, "c": 1}),
    ({"a": 20, "b": 4, "c": 20}, {"a": 3, "b": 3, "c": 4}),
    ({}, {}),
]


@pytest.mark.parametrize(("counts", "shares"), ROOMS)
def test_lists_share_the_room_of_a_page(counts: dict[str, int], shares: dict[str, int]) -> None:
    assert rooms(counts, 10) == shares


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """A desk with so many dates, claims and mentions of one actor that nothing fits one page."""
    files = {
        "briefs/actors/anna.yaml": "name: Anna Lind\nkind: person\n",
        "briefs/sources/post.yaml": "name: The Post\n",
        "briefs/topics.yaml": "locks: {name: Locks}\n",
        "briefs/questions.yaml": "".join(
            f"q{number}: {{asks: Which of {number}?, about: [anna, locks, hub]}}\n" for number in range(HUB)
        ),
        "briefs/2020/hub/brief.yaml": (
            "title: The hub\nclaims: [{id: h, says: The hub was built., evidence: {quote: was built}}]\n"
        ),
        "briefs/2020/hub/plan.md": "---\ntitle: The plan\nsource: post\npublished: 2020-05\n---\nIt was built.\n",
    }
    for number in range(MANY):
        dates = [f"- {{when: 2021-{1 + day % 12:02}, what: Anna Lind came., who: anna}}\n" for day in range(5)]
        claims = (
            f"- {{id: c{number}, says: Anna Lind went., by: anna, about: [anna, locks], said: 2021-05,"
            " answers: lock/depth, evidence: {quote: Anna went}}\n"
        )
        folder = f"briefs/{2019 + number % 3}/lock-{number}"
        files[f"{folder}/brief.yaml"] = (
            f"title: Lock {number}\npublished: {2019 + number % 3}-03-01\ntopics: [locks]\nactors: [anna]\n"
            f"body: By [[locks]], [[hub]] and [[post]].\n"
            f"dates:\n{''.join(dates)}- {{when: 2022, what: A hub., claims: hub#h}}\nclaims:\n{claims}"
        )
        if number < HUB:
            files[f"{folder}/brief.yaml"] += (
                f"- {{id: b{number}, says: The hub stands., about: hub, links: {{to: hub#h, as: supports}},"
                " evidence: {article: hub/plan, quote: was built}}\nrelated: hub\n"
            )
            files[f"briefs/actors/member-{number}.yaml"] = (
                f"name: M{number} Rook\nkind: person\nrelations: {{to: anna, as: member-of, claims: hub#h}}\n"
            )
        files[f"{folder}/article.md"] = "---\ntitle: A day\nsource: post\npublished: 2021-05\n---\nAnna went.\n"
    desk = examine(write(tmp_path_factory.mktemp("desk"), files), Settings())
    assert desk.sound, desk.findings[:3]
    return {page.path: page for page in pages(desk)}


def test_what_is_cut_has_pages_of_its_own(made: dict[str, Page]) -> None:
    lists = {
        "actors/anna/timeline", "actors/anna/said", "actors/anna/about", "actors/anna/mentions", "actors/anna/briefs",
        "topics/locks/timeline", "topics/locks/claims", "topics/locks/briefs", "topics/locks/named",
        "sources/post/articles", "sources/post/named", "questions/lock/depth/answers",
        "actors/anna/relations", "actors/anna/questions", "topics/locks/questions",
        "briefs/hub/claims-about", "briefs/hub/resting", "briefs/hub/linked", "briefs/hub/relations",
        "briefs/hub/questions", "briefs/hub/naming", "briefs/hub/named",
    }  # fmt: skip
    assert {path.rsplit("/", 2)[0] for path in made if path.endswith("/2/index.md")} == {
        *lists,
        "coverage/single-origin",
        "coverage/unanswered",
    }
    assert made.keys() >= {"timeline/2021/index.md", "timeline/2021/05/index.md"}


def test_no_page_shows_more_than_its_share(made: dict[str, Page]) -> None:
    entries = {path: page.markdown.count('\n- <a id="date-') for path, page in made.items()}
    assert max(entries.values()) <= LONGEST_YEAR
    assert entries["timeline/2021/index.md"] == 0
    assert sum(count for path, count in entries.items() if path.startswith("timeline/2021/")) == 5 * MANY


@pytest.mark.parametrize("folder", ["actors/", "topics/", "sources/", "questions/"])
def test_the_page_of_a_thing_has_room_for_so_many_entries(made: dict[str, Page], folder: str) -> None:
    entries = [len(ENTRY.findall(page.markdown)) for path, page in made.items() if path.startswith(folder)]
    assert ROOM <= max(entries) < ROOM + MOST_CLAIMS + 5  # a mention or claim stands below that of its brief or article
    assert sum(entries) > MANY


def test_the_largest_page_does_not_grow_with_the_desk(made: dict[str, Page]) -> None:
    sizes = {path: len(page.markdown) for path, page in made.items() if not path.startswith("timeline/")}
    assert max(sizes.values()) < 100_000, max(sizes.items(), key=lambda item: item[1])


def test_every_link_of_what_is_cut_lands(made: dict[str, Page]) -> None:
    few = {path: from_markdown(page.markdown) for path, page in made.items() if not path.startswith("briefs/lock")}
    files = {asset.path for asset in outputs(tuple(made.values()))}
    assert list(dead_ends(few, files)) == []
    actor = {link.target for link in few["actors/anna/index.md"].links}
    assert {"timeline/1/index.md", "mentions/2/index.md"} <= {
        target.removeprefix("../../actors/anna/") for target in actor
    }


def test_a_gap_in_coverage_has_all_its_entries_on_pages_of_its_own(made: dict[str, Page]) -> None:
    parts = [path for path in made if path.startswith("coverage/single-origin/")]
    assert [path.split("/")[2] for path in parts] == [str(number) for number in range(2, (MANY + HUB + 1) // 100 + 2)]
    pages_ = [made["coverage/index.md"], *(made[path] for path in parts)]
    shown = [line for page in pages_ for line in page.markdown.splitlines() if line.startswith("- [Anna Lind went.]")]
    assert len(shown) == len(set(shown)) == MANY
