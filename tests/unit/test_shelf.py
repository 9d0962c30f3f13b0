"""Lists that grow with the desk are cut, and nothing is lost."""

from __future__ import annotations

import pytest

from dateline.build import examine, pages
from dateline.model.settings import Settings
from dateline.model.when import When
from dateline.pages.page import Page
from dateline.pages.parts.shelf import LONGEST, LONGEST_YEAR, by_period, shelf
from dateline.publish.files import outputs
from desks import write
from markup import dead_ends, from_markdown


def same(text: str) -> When | None:
    return When.parse(text) if text else None


def test_a_short_list_is_shown_as_it_is() -> None:
    assert shelf(["2022", "2021"], same) == (("2022", "2021"), {})


def test_a_long_list_shows_the_latest_and_has_every_entry_under_its_year() -> None:
    texts = [f"{2000 + number % 3}-01-{1 + number % 28:02}" for number in range(LONGEST + 50)] + [""]
    made = shelf(texts, same)
    assert len(made.shown) == LONGEST
    assert made.shown[-1] == max(texts)
    assert list(made.periods) == ["undated", "2000", "2001", "2002"]
    assert sorted(text for its in made.periods.values() for text in its) == sorted(texts)


def test_a_long_year_is_split_by_month() -> None:
    texts = ["2020"] + [f"2021-{1 + number * 12 // (LONGEST_YEAR + 1):02}" for number in range(LONGEST_YEAR + 1)]
    assert list(by_period(texts, same)) == ["2020", *(f"2021-{month:02}" for month in range(1, 13))]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """A desk with so many dates, claims and mentions of one actor that nothing fits one page."""
    files = {
        "briefs/actors/anna.yaml": "name: Anna Lind\nkind: person\n",
        "briefs/topics.yaml": "locks: {name: Locks}\n",
    }
    for number in range(LONGEST + 20):
        dates = [f"- {{when: 2021-{1 + day % 12:02}, what: Anna Lind came., who: anna}}\n" for day in range(5)]
        claims = [f"- {{id: c{number}, says: Anna Lind went., by: anna, about: [anna, locks], said: 2021-05}}\n"]
        files[f"briefs/{2019 + number % 3}/lock-{number}/brief.yaml"] = (
            f"title: Lock {number}\npublished: {2019 + number % 3}-03-01\ntopics: [locks]\nactors: [anna]\n"
            f"dates:\n{''.join(dates)}claims:\n{''.join(claims)}"
        )
    desk = examine(write(tmp_path_factory.mktemp("desk"), files), Settings())
    assert desk.sound, desk.findings[:3]
    return {page.path: page for page in pages(desk)}


def test_what_is_cut_has_pages_of_its_own(made: dict[str, Page]) -> None:
    assert {path for path in made if path.startswith(("timeline/", "actors/anna/", "topics/locks/"))} >= {
        "timeline/2021/index.md", "timeline/2021/05/index.md", "actors/anna/timeline/2021-05/index.md",
        "actors/anna/said/2021/index.md", "actors/anna/about/2021/index.md", "actors/anna/mentions/2019/index.md",
        "actors/anna/briefs/2020/index.md", "topics/locks/timeline/2021-05/index.md",
        "topics/locks/claims/2021/index.md",
    }  # fmt: skip


def test_no_page_shows_more_than_its_share(made: dict[str, Page]) -> None:
    entries = {path: page.markdown.count('\n- <a id="date-') for path, page in made.items()}
    assert max(entries.values()) <= LONGEST_YEAR
    assert entries["actors/anna/index.md"] == entries["topics/locks/index.md"] == LONGEST
    assert entries["timeline/2021/index.md"] == 0
    assert sum(count for path, count in entries.items() if path.startswith("timeline/2021/")) == 5 * (LONGEST + 20)


def test_every_link_of_what_is_cut_lands(made: dict[str, Page]) -> None:
    few = {path: from_markdown(page.markdown) for path, page in made.items() if not path.startswith("briefs/lock")}
    files = {asset.path for asset in outputs(tuple(made.values()))}
    assert list(dead_ends(few, files)) == []
    actor = {link.target for link in few["actors/anna/index.md"].links}
    assert {"timeline/2021-05/index.md", "mentions/2019/index.md"} <= {
        target.removeprefix("../../actors/anna/") for target in actor
    }
