"""Addresses are the permanent ones of the contract, and lead from any page to any other."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.pages import links
from dateline.pages.escape import Safe

PATHS = {
    links.path_of("brief", "kabul-strike"): "briefs/kabul-strike/index.md",
    links.path_of("actor", "csto"): "actors/csto/index.md",
    links.path_of("source", "tass"): "sources/tass/index.md",
    links.path_of("topic", "borders"): "topics/borders/index.md",
    links.path_of("question", "kabul-strike/deaths"): "questions/kabul-strike/deaths/index.md",
    links.TIMELINE: "timeline/index.md",
    links.timeline_of("2021"): "timeline/2021/index.md",
    links.timeline_of("-0044"): "timeline/-0044/index.md",
    links.COVERAGE: "coverage/index.md",
    links.CORRECTIONS: "corrections/index.md",
}


@pytest.mark.parametrize(("made", "expected"), PATHS.items())
def test_an_address_is_the_one_of_the_contract(made: str, expected: str) -> None:
    assert made == expected


@pytest.mark.parametrize(
    ("here", "there", "fragment", "expected"),
    [
        ("index.md", "actors/csto/index.md", "", "actors/csto/index.md"),
        ("briefs/a/index.md", "actors/csto/index.md", "", "../../actors/csto/index.md"),
        ("questions/a/b/index.md", "index.md", "", "../../../index.md"),
        ("briefs/a/index.md", "briefs/b/index.md", "claim-c1", "../../briefs/b/index.md#claim-c1"),
        ("briefs/a/index.md", "briefs/a/index.md", "claim-c1", "#claim-c1"),
        ("briefs/a/index.md", "briefs/a/index.md", "", "index.md"),
    ],
)
def test_a_way_from_page_to_page(here: str, there: str, fragment: str, expected: str) -> None:
    assert links.relative(here, there, fragment) == expected


FILES = st.lists(st.sampled_from(["briefs", "actors", "a", "b-1"]), max_size=4).map(
    lambda s: "/".join([*s, "index.md"])
)


@given(FILES, FILES)
def test_every_way_leads_there(here: str, there: str) -> None:
    way = links.relative(here, there)
    assert posixpath.normpath(posixpath.join(posixpath.dirname(here), way)) == there


@pytest.mark.parametrize(
    ("path", "url", "twin"),
    [
        ("index.md", "", "index.json"),
        ("briefs/a/index.md", "briefs/a/", "briefs/a/index.json"),
    ],
)
def test_a_page_has_an_address_and_a_twin(path: str, url: str, twin: str) -> None:
    assert (links.url_of(path), links.twin_of(path)) == (url, twin)


def test_a_label_is_escaped_unless_it_is_safe_already() -> None:
    assert links.link("a]b", "x.md") == r"[a\]b](x.md)"
    assert links.link(Safe("*a*"), "x.md") == "[*a*](x.md)"
