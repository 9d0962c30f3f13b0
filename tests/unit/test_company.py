"""Who appears with whom, what a picture of it says, and how a tie reads from its two ends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.build import examine, pages
from dateline.model.settings import Settings
from dateline.pages.parts.rings import ring, side_by_side
from dateline.relate.ends import inverses
from desks import ROOT, VALID, desk_at, write
from markup import from_markdown

ARTICLE = "---\ntitle: A note\nrights: full\n---\nThe weir was opened.\n"


def brief(actors: str, claims: str = "") -> str:
    return f"title: A matter\nactors: [{actors}]\nclaims:\n  - id: one\n    says: The weir was opened.\n{claims}"


def actor(name: str, more: str = "") -> str:
    return f"name: {name}\nkind: organisation\n{more}"


def desk(folder: Path, files: dict[str, str]) -> Path:
    return write(folder / "briefs", files)


def markdown(folder: Path) -> dict[str, str]:
    return {page.path: page.markdown for page in pages(examine(folder, Settings()))}


THREE = {
    "actors/ash.yaml": actor("Ash"),
    "actors/birch.yaml": actor("Birch"),
    "actors/cedar.yaml": actor("Cedar_"),
    "2021/one/article.md": ARTICLE,
    "2021/one/brief.yaml": brief("ash, birch, cedar", "    by: ash\n    about: birch\n"),
    "2021/two/article.md": ARTICLE,
    "2021/two/brief.yaml": brief("ash, cedar"),
}


def test_company_is_counted_by_briefs_and_claims(tmp_path: Path) -> None:
    company = examine(desk(tmp_path, THREE).parent, Settings()).relations.company
    assert {one: [(two.actor, two.briefs, two.claims) for two in company[one].values()] for one in company} == {
        "ash": [("cedar", ("one", "two"), ()), ("birch", ("one",), ("one#one",))],
        "birch": [("ash", ("one",), ("one#one",)), ("cedar", ("one",), ())],
        "cedar": [("ash", ("one", "two"), ()), ("birch", ("one",), ())],
    }


def test_nobody_is_in_company_with_itself(tmp_path: Path) -> None:
    files = THREE | {"2021/two/brief.yaml": brief("ash", "    by: ash\n    about: ash\n")}
    assert "ash" not in examine(desk(tmp_path, files).parent, Settings()).relations.company["ash"]


def test_everything_in_the_picture_stands_in_the_list_and_the_reverse(tmp_path: Path) -> None:
    made = markdown(desk(tmp_path, THREE).parent)["actors/ash/index.md"]
    picture = made[made.index("<svg") : made.index("</svg>")]
    drawn = re.findall(r'href="#([^"]+)"', picture)
    assert sorted(drawn) == ["with-birch", "with-cedar", "with-cedar.birch"]
    assert sorted(re.findall(r'<a id="(with-[^"]+)"', made)) == sorted(drawn)
    assert 'aria-label="Birch: 1 brief"' in picture


@pytest.mark.parametrize("folder", [*VALID, ROOT], ids=lambda path: path.name)
def test_every_picture_is_its_list(folder: Path) -> None:
    for page in pages(desk_at(folder)):
        if "dl-network" in page.markdown:
            read = from_markdown(page.markdown)
            drawn = [link.target[1:] for link in read.links if link.target.startswith("#with-")]
            assert sorted(drawn) == sorted(id_ for id_ in read.ids if id_.startswith("with-"))


def test_one_companion_is_a_line_and_no_picture(tmp_path: Path) -> None:
    files = {name: text for name, text in THREE.items() if "one/" not in name}
    made = markdown(desk(tmp_path, files).parent)["actors/ash/index.md"]
    assert "<svg" not in made
    assert '<a id="with-cedar"></a>' in made


@pytest.mark.parametrize("count", range(2, 24))
def test_every_node_has_a_row_of_its_own(count: int) -> None:
    places = ring(count)
    assert len({(spot.left, spot.y) for spot in places.spots}) == count
    assert all(0 < spot.y < places.height for spot in places.spots)
    assert all(places.centre.x != spot.x and spot.left == (spot.x < places.centre.x) for spot in places.spots)


def test_what_belongs_together_stands_side_by_side() -> None:
    together = {("a", "d"), ("d", "a"), ("b", "c"), ("c", "b")}
    assert side_by_side("abcd", lambda one, other: int((one, other) in together)) == ["a", "d", "b", "c"]


# What an actor declares of another, what stands on its own page, and on the other's.
TIES = {
    "with another word at the other end": ("member-of", "member of: [Birch]", "has member: [Ash]"),
    "declared from the side of the inverse": ("leads", "leads: [Birch]", "led by: [Ash]"),
    "the same from both ends": ("ally-of", "ally of: [Birch]", "ally of: [Ash]"),
    "written with spaces and a capital": ("Part of", "Part of: [Birch]", "has part: [Ash]"),
    "a word nobody listed": ("patron", "patron: [Birch]", "At the other end of “patron”: [Ash]"),
    "a word nobody listed, with its preposition": (
        "tired of",
        "tired of: [Birch]",
        "At the other end of “tired of”: [Ash]",
    ),
    "a word nobody listed, with its other end": (
        "dreads, inverse: dreaded-by",
        "dreads: [Birch]",
        "dreaded by: [Ash]",
    ),
}


@pytest.mark.parametrize(("words", "ours", "theirs"), TIES.values(), ids=TIES)
def test_a_relation_reads_from_both_ends(tmp_path: Path, words: str, ours: str, theirs: str) -> None:
    files = THREE | {"actors/ash.yaml": actor("Ash", f"relations: [{{to: birch, as: {words}, when: 2021}}]\n")}
    made = markdown(desk(tmp_path, files).parent)
    assert f"- {ours}" in made["actors/ash/index.md"]
    assert f"- {theirs}" in made["actors/birch/index.md"]
    assert made["actors/ash/index.md"].count(", 2021\n") == made["actors/birch/index.md"].count(", 2021\n") == 1


def test_a_relation_that_both_ends_declare_stands_once_on_each_page(tmp_path: Path) -> None:
    files = THREE | {
        "actors/ash.yaml": actor("Ash", "relations: [{to: birch, as: member-of}]\n"),
        "actors/birch.yaml": actor("Birch", "relations: [{to: ash, as: has-member}]\n"),
    }
    made = markdown(desk(tmp_path, files).parent)
    assert made["actors/ash/index.md"].count("member of:") == 1
    assert made["actors/birch/index.md"].count("has member:") == 1


def test_a_second_end_that_says_more_is_kept(tmp_path: Path) -> None:
    files = THREE | {
        "actors/ash.yaml": actor("Ash", "relations: [{to: birch, as: member-of}]\n"),
        "actors/birch.yaml": actor("Birch", "relations: [{to: ash, as: has-member, claims: one#one}]\n"),
    }
    made = markdown(desk(tmp_path, files).parent)
    assert "rests on" in made["actors/ash/index.md"]
    assert "Relations that rest on its claims" in made["briefs/one/index.md"]


def test_the_table_of_words_leads_back() -> None:
    ways = inverses()
    assert {word for word in ways if ways[ways[word]] != word} == set()
